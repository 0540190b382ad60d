# Scores of several splits, and searches over parameters.
import numpy as np
from sklearn.datasets import make_blobs
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import (GridSearchCV, KFold, ParameterGrid, cross_val_predict, cross_val_score,
                                     cross_validate)
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

X, y = make_blobs(n_samples=90, centers=3, cluster_std=3.0, random_state=4)
scores = cross_val_score(KNeighborsClassifier(3), X, y, cv=5)
print(scores, scores.mean(), scores.std())
print(cross_val_score(LogisticRegression(), X, y).round(4), cross_val_score(KNeighborsClassifier(), X, y, cv=KFold(3), scoring='f1_macro'))
print(cross_val_score(Ridge(), X, X[:, 0] * 2 + 1, cv=3).round(3), cross_val_score(Ridge(), X, y, cv=3, scoring='neg_mean_squared_error').round(5))
print(cross_val_predict(KNeighborsClassifier(), X, y, cv=3)[:20])
result = cross_validate(KNeighborsClassifier(), X, y, cv=3, scoring=['accuracy', 'f1_macro'], return_train_score=True)
print(sorted(result), result['test_accuracy'], result['train_f1_macro'].round(4))
pipe = make_pipeline(StandardScaler(), KNeighborsClassifier())
search = GridSearchCV(pipe, {'kneighborsclassifier__n_neighbors': [1, 3, 9], 'kneighborsclassifier__weights': ['uniform', 'distance']}, cv=3)
search.fit(X, y)
print(search.best_params_, round(search.best_score_, 6), search.score(X, y), search.best_index_)
print(search.cv_results_['mean_test_score'].round(4), search.cv_results_['rank_test_score'])
print(search.predict(X[:8]), search.best_estimator_.named_steps['kneighborsclassifier'])
print(list(ParameterGrid({'b': [1, 2], 'a': ['x']})), len(ParameterGrid([{'a': [1, 2]}, {'c': [3]}])))
search = GridSearchCV(KNeighborsClassifier(), param_grid={'n_neighbors': [3, 5]}, cv=2, verbose=1)
print(search.fit(X, y).best_params_)
