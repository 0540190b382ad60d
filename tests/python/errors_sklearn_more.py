# Errors of scikit-learn's metrics, splits, weights and checks; each text runs with the names below.
import numpy as np
from sklearn import base, datasets, decomposition, ensemble, linear_model, metrics, model_selection, neighbors
from sklearn import pipeline, preprocessing, svm, tree, utils
from sklearn.ensemble import AdaBoostClassifier
from sklearn.metrics import classification_report, pairwise_distances, precision_recall_curve, roc_auc_score, roc_curve, top_k_accuracy_score
from sklearn.model_selection import LeaveOneOut, ShuffleSplit, StratifiedShuffleSplit, TimeSeriesSplit
from sklearn.utils.class_weight import compute_class_weight, compute_sample_weight
from sklearn.utils.validation import check_is_fitted

X = np.arange(12.0).reshape(6, 2)
y = np.array([0, 1, 0, 1, 0, 1])


class Contrary(base.ClassifierMixin, base.BaseEstimator):
    def fit(self, X, y, sample_weight=None):
        self.classes_ = np.unique(y)
        return self

    def predict(self, X):
        return 1 - (np.asarray(X)[:, 0] / 2 % 2).astype(int)


class NoPredict(base.BaseEstimator):
    def fit(self, X, y):
        return self


def attempt(source):
    try:
        result = repr(eval(source))
        print(source, "gives", result if len(result) < 60 else len(result))
    except Exception as error:
        text = str(error)
        print(source, type(error).__name__, "" if "among {" in text and "', '" in text else text.split("'passthrough'")[0])


for source in ("AdaBoostClassifier(Contrary()).fit(X, y)", "AdaBoostClassifier(n_estimators=0).fit(X, y)",
               "top_k_accuracy_score([0, 1, 2], [[0.1, 0.9], [0.5, 0.5], [1, 0]])",
               "top_k_accuracy_score([0, 1, 1], [[0.1, 0.9, 0], [0.5, 0.5, 0], [1, 0, 0]])", "top_k_accuracy_score([0, 1], [0.1, 0.2])",
               "top_k_accuracy_score([0, 1, 2], [[0.1, 0.9, 0]] * 3, labels=[0, 1])", "roc_curve(['a', 'b'], [0.1, 0.2])",
               "roc_curve([1, 2], [0.1, 0.2])", "roc_curve([0, 2], [0.1, 0.2])", "precision_recall_curve(['a', 'b', 'a'], [0.1, 0.2, 0.3])",
               "precision_recall_curve([3, 5], [1, 2])", "roc_curve([0.5, 1], [0.1, 0.2])", "metrics.brier_score_loss(['a', 'b'], [0.1, 0.2])",
               "metrics.average_precision_score([1, 2], [0.1, 0.2])", "roc_auc_score(['a', 'b'], [0.1, 0.2])",
               "pairwise_distances(X, metric='nothing')", "pairwise_distances(X, metric='chebyshev')", "pairwise_distances(X, metric='minkowski')",
               "pairwise_distances(X, metric=5)", "pairwise_distances(X, metric='precomputed')",
               "pairwise_distances(X, metric=lambda a, b: abs(a - b).sum()).shape", "pairwise_distances(X, metric='sqeuclidean')[0].tolist()",
               "pairwise_distances(X, metric='hamming')[0].tolist()",
               "linear_model.LinearRegression().fit(preprocessing.OneHotEncoder().fit_transform([['a'], ['b']]), [1, 2])", "ensemble.nothing",
               "svm.nothing", "ensemble.BaggingNothing", "tree.nothing", "linear_model.nothing",
               "classification_report([0, 1], [0, 1], labels=[0, 1], target_names=['a'])",
               "classification_report([0, 1], [0, 1], target_names=['a'])",
               "classification_report([0, 1], [0, 1], labels=[0], target_names=['a', 'b'])", "LeaveOneOut().get_n_splits()",
               "LeaveOneOut().get_n_splits(None)", "list(StratifiedShuffleSplit().split(X, [0, 1, 1, 1, 1, 1]))",
               "next(StratifiedShuffleSplit(test_size=1).split(X, y))", "next(StratifiedShuffleSplit(test_size=5).split(X, y))",
               "list(TimeSeriesSplit(9).split(X))", "list(TimeSeriesSplit(3, test_size=3).split(X))", "list(TimeSeriesSplit(2, gap=4).split(X))",
               "next(ShuffleSplit(test_size=4, train_size=4).split(X))", "next(ShuffleSplit(test_size=0.7, train_size=0.7).split(X))",
               "next(ShuffleSplit(test_size=10).split(X))", "next(ShuffleSplit(test_size=1.5).split(X))",
               "model_selection.train_test_split(X, test_size=4, train_size=4)", "next(ShuffleSplit(test_size=0.1, train_size=0.01).split(X))",
               "next(ShuffleSplit(test_size='a').split(X))", "neighbors.KNeighborsClassifier(metric='nothing').fit(X, y)",
               "neighbors.KNeighborsClassifier(metric='nothing').fit(X, y).predict(X)",
               "neighbors.KNeighborsClassifier(metric='cosine').fit(X, y).predict(X)",
               "neighbors.KNeighborsClassifier(metric='canberra').fit(X, y).predict(X)", "neighbors.KNeighborsClassifier(metric=5).fit(X, y)",
               "pipeline.Pipeline([('a', NoPredict()), ('b', NoPredict())]).fit(X, y)",
               "pipeline.Pipeline([('a', linear_model.LinearRegression()), ('b', linear_model.LinearRegression())]).fit(X, y)",
               "pipeline.make_pipeline(5, linear_model.LinearRegression()).fit(X, y)",
               "pipeline.Pipeline([('a', preprocessing.StandardScaler()), ('b', 5)]).fit(X, y)",
               "compute_class_weight('balanced', classes=np.array([0, 1, 2]), y=y)", "compute_class_weight('balanced', classes=np.array([0]), y=y)",
               "compute_class_weight('nothing', classes=np.array([0, 1]), y=y)", "compute_class_weight(5, classes=np.array([0, 1]), y=y)",
               "compute_class_weight('balanced', classes=[0, 1], y=y)", "compute_sample_weight('nothing', y)", "compute_sample_weight({0: 1}, y)",
               "tree.DecisionTreeClassifier(class_weight='nothing').fit(X, y)", "linear_model.LogisticRegression(class_weight='nothing').fit(X, y)",
               "svm.SVC(class_weight='nothing').fit(X, y)", "preprocessing.LabelEncoder().fit(['a', 1])",
               "preprocessing.LabelEncoder().fit(np.array(['a', 1, None], dtype=object))", "preprocessing.OrdinalEncoder().fit([['a'], [1]])",
               "metrics.accuracy_score(['a', 1], ['a', 'a'])", "compute_class_weight('balanced', classes=np.array([0, 1]), y=['a', 1])",
               "model_selection.train_test_split(np.array(5))", "utils.check_consistent_length(np.array(5), [1])",
               "utils.check_consistent_length(5, [1])", "list(model_selection.KFold(2).split(np.array(5)))",
               "utils.check_array(np.zeros((2, 2, 2)))", "preprocessing.StandardScaler().fit(np.zeros((2, 2, 2)))",
               "linear_model.LinearRegression().fit(np.zeros((2, 2, 2)), [1, 2])", "preprocessing.scale(np.zeros((2, 2, 2)))",
               "pairwise_distances(np.zeros((2, 2, 2)))", "utils.column_or_1d(np.zeros((2, 2)))", "utils.column_or_1d([[1], [2]])",
               "utils.column_or_1d(5)", "check_is_fitted(svm.SVC(), msg='%(name)s, not yet')", "check_is_fitted(svm.SVC())", "check_is_fitted(5)",
               "preprocessing.StandardScaler().fit(preprocessing.OneHotEncoder().fit_transform([['a'], ['b']]))",
               "check_is_fitted(svm.SVC(), 'x_', msg='go on %(name)s')", "check_is_fitted(Contrary)", "svm.SVC(kernel='nothing').fit(X, y)", "svm.SVR(kernel=5).fit(X, y)", "decomposition.PCA('nothing').fit(X)",
               "ensemble.GradientBoostingClassifier(loss='nothing').fit(X, y)", "linear_model.Lasso(selection='nothing').fit(X, y)",
               "linear_model.LogisticRegression(penalty='nothing').fit(X, y)", "datasets.make_blobs(center_box=5)",
               "datasets.make_blobs(centers=0)", "datasets.make_blobs(cluster_std=-1)", "datasets.make_blobs(n_samples='a')",
               "datasets.make_blobs(n_features=0)", "datasets.make_blobs(10, center_box=(1,))", "datasets.make_blobs([5, 5], centers=3)",
               "datasets.make_blobs(10, centers=2, cluster_std=[1, 2, 3], random_state=0)", "top_k_accuracy_score([0, 1, 2, 2], [[0.1, 0.9]] * 4)",
               "top_k_accuracy_score([0, 1, 5], [[0.1, 0.9, 0]] * 3, labels=[0, 1, 2])",
               "ensemble.RandomForestClassifier(class_weight='nothing').fit(X, y)"):
    attempt(source)
