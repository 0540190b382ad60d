"""sklearn.feature_extraction.text: texts as counts and weights of their words."""
from _sklearn_hashing import HashingVectorizer
from _sklearn_stop_words import ENGLISH_STOP_WORDS
from _sklearn_tfidf import TfidfTransformer, TfidfVectorizer
from _sklearn_vectorizers import CountVectorizer, strip_accents_ascii, strip_accents_unicode, strip_tags
