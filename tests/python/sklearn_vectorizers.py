# Texts as counts of words: the vectorizers, their vocabulary and their errors.
import numpy as np
from sklearn.feature_extraction import DictVectorizer, FeatureHasher
from sklearn.feature_extraction.text import (CountVectorizer, ENGLISH_STOP_WORDS, HashingVectorizer, TfidfTransformer,
                                             TfidfVectorizer, strip_accents_ascii, strip_accents_unicode, strip_tags)
from sklearn.linear_model import LogisticRegression
from sklearn.metrics.pairwise import cosine_similarity, linear_kernel, manhattan_distances, rbf_kernel
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline

corpus = ['This is the first document.', 'This document is the second document.', 'And this is the third one.', 'Is this the first document?']
v = CountVectorizer()
X = v.fit_transform(corpus)
print(v.get_feature_names_out(), X.toarray(), X, v.vocabulary_, sep='\n')
print(v.transform(['the last document']).toarray(), v.inverse_transform(X[:2]), v)
for options in (dict(ngram_range=(2, 2)), dict(stop_words='english'), dict(min_df=2), dict(max_df=0.5), dict(binary=True), dict(lowercase=False),
                dict(analyzer='char', ngram_range=(1, 2), max_features=60), dict(analyzer='char_wb', ngram_range=(3, 3)),
                dict(token_pattern=r'\b\w+\b', vocabulary=['is', 'one', 'two']), dict(tokenizer=str.split, token_pattern=None), dict(max_features=50)):
    made = CountVectorizer(**options)
    print(options if 'tokenizer' not in options else 'tokenizer', made.fit_transform(corpus).sum(), made.get_feature_names_out()[:8])
t = TfidfVectorizer()
T = t.fit_transform(corpus)
print(T.toarray().round(6), t.idf_.round(6), T[1], sep='\n')
print(TfidfVectorizer(sublinear_tf=True, norm='l1', smooth_idf=False).fit_transform(corpus).toarray().round(4))
print(TfidfTransformer(use_idf=False).fit_transform(X).toarray().round(4)[0], t.transform(['first one']).nnz)
print(cosine_similarity(T[0], T).round(4), linear_kernel(T[0], T).round(4), manhattan_distances([[0, 1]], [[2, 3]]), rbf_kernel([[0.0, 1.0]], [[1.0, 1.0]]))
h = HashingVectorizer(n_features=8)
print(h.fit(corpus).transform(corpus).toarray().round(4), HashingVectorizer(n_features=6, norm=None, binary=True).transform(corpus).toarray()[0])
print(FeatureHasher(n_features=5).transform([{'a': 1, 'b': 2}, {'a': -1, 'c': 'x'}]).toarray())
print(FeatureHasher(n_features=4, input_type='string').fit().transform([['dog', 'cat'], ['dog']]).toarray())
d = DictVectorizer(sparse=False)
rows = [{'city': 'Dubai', 'temp': 33.0}, {'city': 'London', 'temp': 12.0}, {'temp': 18.0}]
D = d.fit_transform(rows)
print(D, d.get_feature_names_out(), d.inverse_transform(D)[0], DictVectorizer().fit(rows).transform(rows))
print(len(ENGLISH_STOP_WORDS), 'the' in ENGLISH_STOP_WORDS, strip_tags('<b>x</b>'), strip_accents_ascii('caf\u00e9'), strip_accents_unicode('na\u00efve'))
print(CountVectorizer(strip_accents='unicode').fit(['caf\u00e9 na\u00efve']).get_feature_names_out(), v.build_analyzer()('Is it?'), v.build_tokenizer()('a bc d'))
print(CountVectorizer().build_preprocessor()('ABC'), CountVectorizer(stop_words=['is']).get_stop_words(), v.decode(b'abc'))
pipe = make_pipeline(TfidfVectorizer(), LogisticRegression()).fit(corpus, [0, 0, 1, 0])
print(pipe.predict(['third one']), MultinomialNB().fit(X, [0, 0, 1, 0]).predict_proba(X).round(4)[2])
h.partial_fit(corpus)
print(TfidfTransformer().fit(X).get_feature_names_out(['a'] * 9)[:2], TfidfVectorizer().fit(corpus).idf_.round(3)[:2])
for call in (lambda: CountVectorizer().fit('text'), lambda: CountVectorizer().fit(['a']), lambda: CountVectorizer().transform(['x']),
             lambda: CountVectorizer(min_df=5).fit(corpus), lambda: CountVectorizer(ngram_range=(2, 1)).fit(corpus), lambda: TfidfVectorizer().transform(['x']),
             lambda: CountVectorizer().fit([np.nan]), lambda: CountVectorizer(vocabulary=['a', 'a']).fit(corpus), lambda: CountVectorizer(vocabulary=[]).fit(corpus),
             lambda: CountVectorizer(min_df=3, max_df=1).fit(corpus), lambda: CountVectorizer(token_pattern='(a)(b)').fit(corpus),
             lambda: TfidfVectorizer().idf_, lambda: CountVectorizer(vocabulary={'a': 0, 'b': 0}).fit(corpus), lambda: t._tfidf.transform(X[:, :3]),
             lambda: FeatureHasher(input_type='string').transform(['dog'])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
