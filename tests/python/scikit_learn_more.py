# scikit-learn: methods of estimators and pipelines that are called seldom.
import numpy as np
from sklearn.base import is_classifier, is_regressor
from sklearn.cluster import KMeans
from sklearn.compose import ColumnTransformer
from sklearn.decomposition import PCA
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import ConfusionMatrixDisplay, PrecisionRecallDisplay, RocCurveDisplay
from sklearn.metrics.pairwise import cosine_distances
from sklearn.model_selection import GridSearchCV, RandomizedSearchCV
from sklearn.pipeline import make_pipeline, make_union
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, StandardScaler
from sklearn.utils import check_array, check_X_y, column_or_1d, indexable
from sklearn.utils.multiclass import type_of_target, unique_labels

X = np.array([[0.0, 1.0], [1.0, 3.0], [2.0, 2.0], [8.0, 9.0], [9.0, 7.0], [10.0, 8.0]])
y = np.array([0, 0, 0, 1, 1, 1])
print(is_regressor(LinearRegression()), is_regressor(LogisticRegression()), is_classifier(LogisticRegression()))
km = KMeans(2, n_init=1, random_state=0)
print(np.sort(km.fit_transform(X).round(3), axis=1)[0], round(km.score(X), 4))
model = LogisticRegression().fit(X, y)
print(model.predict_log_proba(X[:1]).round(1))
pca = PCA(1)
low = pca.fit_transform(X)
print(np.abs(low.ravel()).round(4), pca.get_feature_names_out().tolist(), pca.inverse_transform(low).shape)
print(np.allclose(pca.fit(X).transform(X), low))
print(SimpleImputer().fit([[1, np.nan], [2, 3]]).get_feature_names_out().tolist())
pipe = make_pipeline(StandardScaler(), LogisticRegression()).fit(X, y)
print(pipe.predict_proba(X).round(3)[0], pipe.decision_function(X).round(3)[:2])
scale = make_pipeline(StandardScaler(), MinMaxScaler()).fit(X)
print(scale.get_feature_names_out(["a", "b"]).tolist(), scale.inverse_transform(scale.transform(X))[3].round(6).tolist())
print(sorted(make_pipeline(StandardScaler(), KMeans(2, n_init=1, random_state=0)).fit_predict(X).tolist()))
print(make_union(StandardScaler(), MinMaxScaler()).fit_transform(X).shape)
ct = ColumnTransformer([("num", StandardScaler(), [0])], remainder="drop").fit(X)
print(sorted(ct.named_transformers_)[0])
print(OneHotEncoder(drop="first").fit([["a"], ["b"]]).drop_idx_.tolist())
search = GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=3).fit(X, y)
print(search.classes_.tolist(), search.predict_proba(X[:1]).round(2).shape)
random = RandomizedSearchCV(LogisticRegression(), {"C": [0.1, 1, 10]}, n_iter=2, cv=3, random_state=0).fit(X, y)
print(len(random.cv_results_["params"]), random.best_score_)
best = GridSearchCV(KMeans(n_init=1, random_state=0), {"n_clusters": [2]}, cv=2).fit(X)
print(best.transform(X).shape)
print(cosine_distances([[1, 0]], [[0, 1], [2, 0]]).round(6).tolist())
print(type_of_target([1, 2, 3]), type_of_target([0.5, 1.5]), unique_labels([1, 2], [2, 3]).tolist())
print(check_array([[1, 2]]).shape, [part.shape for part in check_X_y(X, y)], column_or_1d([[1], [2]]).tolist(), len(indexable(X, y)))
import matplotlib

matplotlib.use("agg")
print(type(ConfusionMatrixDisplay.from_estimator(model, X, y)).__name__)
print(type(RocCurveDisplay.from_predictions(y, model.predict_proba(X)[:, 1])).__name__)
print(type(PrecisionRecallDisplay.from_predictions(y, model.predict_proba(X)[:, 1])).__name__)
print(RocCurveDisplay(fpr=[0, 1], tpr=[0, 1]).plot().fpr)
print(PrecisionRecallDisplay([1, 0.5], [0, 1]).plot().precision)
