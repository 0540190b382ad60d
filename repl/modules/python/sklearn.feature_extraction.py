"""sklearn.feature_extraction: dicts and texts as rows of numbers."""
from _sklearn_hashing import DictVectorizer, FeatureHasher
