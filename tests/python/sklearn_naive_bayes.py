# Naive Bayes of three kinds.
import numpy as np
from sklearn.datasets import make_classification
from sklearn.naive_bayes import BernoulliNB, GaussianNB, MultinomialNB

X, y = make_classification(n_samples=80, n_features=5, n_informative=3, n_classes=3, n_clusters_per_class=1, random_state=1)
model = GaussianNB().fit(X, y)
print(model.score(X, y), model.predict_proba(X[:2]).round(6), model.theta_.round(4), model.var_.round(4))
print(model.class_prior_, model.class_count_, model.predict(X[:9]), model.predict_log_proba(X[:1]).round(3), model)
print(GaussianNB(priors=[.2, .3, .5]).fit(X, y).predict_proba(X[:1]).round(6), GaussianNB(var_smoothing=.1).fit(X, y).score(X, y))
weighted = GaussianNB().fit(X, y, sample_weight=np.arange(80))
print(weighted.theta_[0].round(5), weighted.class_prior_.round(5))
counts = np.random.RandomState(0).randint(0, 6, (40, 4))
labels = (counts[:, 0] > counts[:, 1]).astype(int)
words = MultinomialNB().fit(counts, labels)
print(words.score(counts, labels), words.feature_log_prob_.round(4), words.predict_proba(counts[:2]).round(5))
print(MultinomialNB(alpha=.1, fit_prior=False).fit(counts, labels).predict_proba(counts[:1]).round(5))
flags = BernoulliNB(binarize=2).fit(counts, labels)
print(flags.score(counts, labels), flags.feature_log_prob_.round(4), flags.class_log_prior_.round(4))
print(BernoulliNB(class_prior=[.5, .5]).fit(counts, labels).predict(counts[:5]))
