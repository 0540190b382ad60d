# Choosing features, bagging, stacking, importance, bins, the nearest rows in place of what is missing, tables as results.
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.datasets import make_classification, make_regression
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import BaggingClassifier, BaggingRegressor, StackingClassifier, StackingRegressor
from sklearn.feature_selection import (RFE, SelectFromModel, SelectKBest, SelectPercentile, VarianceThreshold, chi2, f_classif, f_regression, r_regression)
from sklearn.impute import KNNImputer, SimpleImputer
from sklearn.inspection import DecisionBoundaryDisplay, permutation_importance
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression, Ridge
from sklearn.metrics import PrecisionRecallDisplay, RocCurveDisplay
from sklearn.model_selection import GridSearchCV, RandomizedSearchCV
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import KBinsDiscretizer, OneHotEncoder, StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor, plot_tree

X, y = make_classification(80, 6, n_informative=3, random_state=0)
P = np.abs(X).round(1)
R, z = make_regression(50, 5, noise=4, random_state=1)
k = SelectKBest(chi2, k=2).fit(P, y)
print(k.scores_.round(4), k.pvalues_.round(5), k.get_support(), k.get_support(indices=True), k.transform(P)[:1], k.inverse_transform(k.transform(P))[:1])
print(np.round(f_classif(X, y), 4), np.round(f_regression(R, z), 4), r_regression(R, z).round(4), SelectKBest(k='all').fit_transform(X, y).shape)
print(SelectPercentile(f_classif, percentile=50).fit(X, y).get_feature_names_out(), VarianceThreshold(0.9).fit(X).variances_.round(4), VarianceThreshold().fit_transform(np.c_[X, np.ones(80)]).shape)
rfe = RFE(LogisticRegression(), n_features_to_select=2).fit(X, y)
print(rfe.support_, rfe.ranking_, rfe.n_features_, rfe.predict(X[:4]), rfe.score(X, y), rfe.classes_, RFE(Ridge(), step=0.4, verbose=1).fit(R, z).ranking_)
print(SelectFromModel(Lasso(alpha=5.0)).fit(R, z).get_support(), SelectFromModel(DecisionTreeClassifier(random_state=0), threshold='1.5*mean', max_features=2).fit(X, y).threshold_.round(4))
for made in (BaggingClassifier(n_estimators=5, random_state=0, oob_score=True), BaggingClassifier(KNeighborsClassifier(3), max_samples=0.5, max_features=0.5, random_state=1, n_estimators=4),
             BaggingClassifier(SVC(), n_estimators=3, random_state=2, bootstrap=False, max_samples=40)):
    made.fit(X, y)
    print(made.score(X, y), made.predict_proba(X[:2]).round(3).tolist(), made.estimators_samples_[0][:5], made.estimators_features_[0])
b = BaggingRegressor(DecisionTreeRegressor(max_depth=2), n_estimators=6, random_state=0, oob_score=True).fit(R, z)
print(b.predict(R[:2]).round(4), round(b.oob_score_, 4), b)
s = StackingClassifier([('t', DecisionTreeClassifier(max_depth=2, random_state=0)), ('k', KNeighborsClassifier())]).fit(X, y)
print(s.predict(X[:5]), s.predict_proba(X[:1]).round(4), s.transform(X[:1]).round(3), s.stack_method_, s.named_estimators_['k'])
print(StackingRegressor([('r', Ridge()), ('t', DecisionTreeRegressor(max_depth=2, random_state=0))], LinearRegression(), passthrough=True).fit(R, z).predict(R[:2]).round(3))
i = permutation_importance(LogisticRegression().fit(X, y), X, y, n_repeats=3, random_state=0)
print(i.importances_mean.round(4), i.importances_std.round(4), i.importances.shape)
for strategy in ('uniform', 'quantile', 'kmeans'):
    q = KBinsDiscretizer(3, encode='ordinal', strategy=strategy).fit(X[:, :2])
    print(strategy, q.transform(X[:4, :2]).tolist(), q.bin_edges_[0].round(3), q.n_bins_, q.inverse_transform([[0, 1]]).round(3), q.get_feature_names_out())
o = KBinsDiscretizer(3, encode='onehot-dense', strategy='uniform').fit(X[:, :1])
print(o.transform(X[:2, :1]), o.get_feature_names_out(), o.inverse_transform(o.transform(X[:1, :1])).round(3), KBinsDiscretizer(2, strategy='uniform').fit_transform(X[:, :1]).shape)
H = np.array([[1, 2, np.nan], [3, 4, 3], [np.nan, 6, 5], [8, 8, 7]])
print(KNNImputer(n_neighbors=2).fit_transform(H), KNNImputer(n_neighbors=2, weights='distance').fit(H).transform(H)[0].round(4), KNNImputer().fit(H).get_feature_names_out())
t = TruncatedSVD(2, random_state=0).fit(P)
print(np.abs(t.transform(P)[0]).round(3), t.explained_variance_ratio_.round(3), t.singular_values_.round(2), t.inverse_transform(t.transform(P[:1])).shape, t.get_feature_names_out())
df = pd.DataFrame({'a': [1.0, 2.0, 3.0], 'c': ['x', 'y', 'x']}, index=[5, 6, 7])
print(StandardScaler().set_output(transform='pandas').fit_transform(df[['a']]), SimpleImputer(strategy='constant', fill_value='m').fit_transform(df), sep='\n')
ct = ColumnTransformer([('n', StandardScaler(), ['a']), ('o', OneHotEncoder(sparse_output=False), ['c'])]).set_output(transform='pandas')
print(ct.fit_transform(df).round(3), make_pipeline(StandardScaler()).set_output(transform='pandas').fit_transform(df[['a']]), sep='\n')
gs = GridSearchCV(DecisionTreeClassifier(random_state=0), {'max_depth': [1, 2]}, cv=3, return_train_score=True).fit(X, y)
print(sorted(gs.cv_results_), gs.cv_results_['mean_train_score'].round(4), RandomizedSearchCV(SVC(), {'C': [1, 2], 'gamma': [0.1, 1]}, n_iter=2, random_state=0, cv=2).fit(X, y).best_params_)
m = LogisticRegression().fit(X[:, :2], y)
print(RocCurveDisplay.from_estimator(m, X[:, :2], y).roc_auc > 0.5, round(PrecisionRecallDisplay.from_estimator(m, X[:, :2], y).average_precision, 4))
print(DecisionBoundaryDisplay.from_estimator(m, X[:, :2], grid_resolution=5).response.shape, DecisionBoundaryDisplay.from_estimator(m, X[:, :2], response_method='predict', plot_method='contour').xx0.shape)
print([a.get_text().replace('\n', '|') for a in plot_tree(DecisionTreeClassifier(max_depth=2, random_state=0).fit(X, y), filled=True, class_names=['n', 'p'], feature_names=list('abcdef'))][:3])
print([a.get_text().replace('\n', '|') for a in plot_tree(DecisionTreeRegressor(max_depth=1).fit(R, z), node_ids=True, proportion=True)])
plt.close('all')
for call in (lambda: SelectKBest(chi2).fit(X, y), lambda: VarianceThreshold(100).fit(X), lambda: BaggingClassifier(bootstrap=False, oob_score=True).fit(X, y), lambda: BaggingClassifier(max_features=9).fit(X, y),
             lambda: BaggingClassifier(bootstrap=False, max_samples=200).fit(X, y), lambda: KBinsDiscretizer(encode='x').fit(X), lambda: KBinsDiscretizer(strategy='x').fit(X),
             lambda: TruncatedSVD(9).fit(X), lambda: OneHotEncoder().set_output(transform='pandas').fit_transform(df[['c']]), lambda: DecisionBoundaryDisplay.from_estimator(m, X),
             lambda: DecisionBoundaryDisplay.from_estimator(m, X[:, :2], plot_method='x')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).partition(' must be a str among')[0][:120])
