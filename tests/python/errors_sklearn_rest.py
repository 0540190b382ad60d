# Errors of scikit-learn that seldom come; each text runs with the names below.
import numpy as np
import pandas as pd
from scipy import ndimage, stats
from sklearn import datasets, metrics, model_selection, utils
from sklearn.base import clone
from sklearn.cluster import KMeans
from sklearn.compose import ColumnTransformer, make_column_transformer
from sklearn.decomposition import PCA
from sklearn.ensemble import AdaBoostClassifier, GradientBoostingClassifier, RandomForestClassifier, RandomForestRegressor, VotingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression, Perceptron, Ridge
from sklearn.metrics import (accuracy_score, auc, brier_score_loss, classification_report, confusion_matrix, f1_score, log_loss,
                             mean_squared_error, mean_squared_log_error, precision_score, precision_recall_curve, r2_score,
                             roc_auc_score, roc_curve, silhouette_score)
from sklearn.model_selection import (GridSearchCV, GroupKFold, KFold, LeaveOneOut, StratifiedKFold, StratifiedShuffleSplit, cross_val_score,
                                     train_test_split)
from sklearn.naive_bayes import GaussianNB, MultinomialNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import (LabelBinarizer, LabelEncoder, MinMaxScaler, MultiLabelBinarizer, Normalizer, OneHotEncoder, OrdinalEncoder,
                                   PolynomialFeatures, RobustScaler, StandardScaler, label_binarize)
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier
from sklearn.utils.class_weight import compute_class_weight
from sklearn.utils.validation import check_is_fitted

X = np.arange(12.0).reshape(6, 2)
y = np.array([0, 1, 0, 1, 0, 1])
three = np.array([0, 1, 2, 0, 1, 2])
words = [["a", "b"], ["c", "d"]]
holes = np.array([[1.0, np.nan], [2.0, 3.0]])
wide = np.array([[1.0, np.inf], [2.0, 3.0]])
frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})


def attempt(source):
    try:
        result = eval(source) if "\n" not in source and " = " not in source else exec(source, globals().copy())
        print(source, "gives", repr(result))
    except Exception as error:
        print(source, type(error).__name__, error)


for source in ("LinearRegression().predict(X)", "LogisticRegression().predict(X)", "KMeans().predict(X)",
               "StandardScaler().transform(X)", "PCA().transform(X)", "RandomForestClassifier().predict(X)",
               "KNeighborsClassifier().predict(X)", "SVC().predict(X)", "GaussianNB().predict(X)",
               "DecisionTreeClassifier().predict(X)", "OneHotEncoder().transform(X)", "LabelEncoder().transform([1])",
               "LabelEncoder().inverse_transform([1])", "LabelEncoder().classes_", "OneHotEncoder().categories_",
               "OrdinalEncoder().categories_", "MinMaxScaler().inverse_transform(X)", "check_is_fitted(LinearRegression())",
               "Pipeline([('s', StandardScaler()), ('m', LinearRegression())]).predict(X)", "SimpleImputer().transform(X)",
               "GridSearchCV(SVC(), {}).predict(X)", "VotingClassifier([]).predict(X)", "LinearRegression().fit(X, y[:3])",
               "LogisticRegression().fit(X, y[:3])", "train_test_split(X, y[:3])", "accuracy_score(y, y[:3])",
               "mean_squared_error(y, y[:3])", "KNeighborsClassifier().fit(X, y[:3])", "SVC().fit(X, y[:3])",
               "GaussianNB().fit(X, y[:3])", "KMeans(n_clusters=9).fit(X)", "KMeans(n_clusters=0).fit(X)",
               "KMeans(2).fit(X[:, 0])", "LinearRegression().fit([1, 2, 3], [1, 2, 3])", "LinearRegression().fit(5, [1])",
               "LinearRegression().fit(np.zeros((2, 2, 2)), [1, 2])", "LinearRegression().fit(np.zeros((0, 2)), [])",
               "LinearRegression().fit(np.zeros((2, 0)), [1, 2])", "LogisticRegression().fit(X, np.zeros((6, 2)))",
               "LinearRegression().fit(X, None)", "LinearRegression().fit(X)", "LogisticRegression().fit(X, None)",
               "RandomForestClassifier().fit(X, None)", "KNeighborsClassifier().fit(X, None)", "SVC().fit(X, None)",
               "LinearRegression().fit(holes, [1, 2])", "LogisticRegression().fit(holes, [0, 1])",
               "LinearRegression().fit(wide, [1, 2])", "LogisticRegression().fit(wide, [0, 1])", "KMeans(1).fit(holes)",
               "PCA().fit(holes)", "SVC().fit(holes, [0, 1])", "KNeighborsClassifier().fit(holes, [0, 1])",
               "LinearRegression().fit(X, [1, 2, 3, 4, 5, np.nan])", "LogisticRegression().fit(X, [1, 0, 1, 0, 1, np.nan])",
               "LinearRegression().fit(X, [1, 2, 3, 4, 5, np.inf])", "SVC().fit(X, [1, 2, 1, 2, 1, np.inf])",
               "RandomForestRegressor().fit(X, [1, 2, 3, 4, 5, np.nan])", "log_loss([0, 1], [-0.5, 0.2])",
               "log_loss([0, 0], [0.1, 0.2], labels=[0])",
               "ColumnTransformer([('a', StandardScaler(), ['a', 'q'])]).fit(frame).transform(frame)",
               "DecisionTreeClassifier().fit(X, None)", "GaussianNB().fit(X, None)", "Lasso().fit(X, None)",
               "Ridge().fit(X, [1, 2, 3, 4, 5, np.nan])", "Perceptron().fit(X, None)", "AdaBoostClassifier().fit(X, None)",
               "GradientBoostingClassifier().fit(X, None)", "Lasso().fit(X, [1, 2, 3, 4, 5, np.nan])",
               "LogisticRegression().fit(words, [0, 1])", "StandardScaler().fit(words)", "KMeans(1).fit(words)",
               "DecisionTreeClassifier().fit(words, [0, 1])", "RandomForestClassifier().fit(words, [0, 1])",
               "LinearRegression().fit(frame, [1, 2])", "StandardScaler().fit(frame)", "LinearRegression().fit(X, ['a'] * 6)",
               "LogisticRegression().fit(X, np.zeros(6))", "LogisticRegression().fit(X, X[:, 0] / 5)",
               "SVC().fit(X, np.zeros(6))", "RandomForestClassifier().fit(X, X[:, 0] / 5)",
               "DecisionTreeClassifier().fit(X, X[:, 0] / 5)", "KNeighborsClassifier().fit(X, X[:, 0] / 5)",
               "LinearRegression().fit(X, y).predict([[1]])", "LinearRegression().fit(X, y).predict([1, 2])",
               "LogisticRegression().fit(X, y).predict(X[:, :1])", "StandardScaler().fit(X).transform([[1]])",
               "KNeighborsClassifier(9).fit(X, y).predict(X)", "RandomForestClassifier(2).fit(X, y).predict([[1]])",
               "PCA(1).fit(X).transform([[1]])", "KMeans(2).fit(X).predict([[1]])", "PCA(5).fit(X)",
               "LogisticRegression(C=-1).fit(X, y)", "LogisticRegression(max_iter='a').fit(X, y)", "SVC(C=0).fit(X, y)",
               "RandomForestClassifier(n_estimators=0).fit(X, y)", "DecisionTreeClassifier(max_depth=0).fit(X, y)",
               "KNeighborsClassifier(0).fit(X, y)", "Ridge(alpha=-1).fit(X, y)", "LinearRegression(nothing=1)",
               "LinearRegression().set_params(nothing=1)", "LogisticRegression(nothing=1)", "MinMaxScaler((2, 1)).fit(X)",
               "RobustScaler(quantile_range=(80, 20)).fit(X)", "SimpleImputer().fit([['a', 1], ['b', 2]])",
               "SimpleImputer(strategy='median').fit(words)", "MultinomialNB().fit(-X, y)", "PolynomialFeatures(-1).fit(X)",
               "LinearRegression().nothing", "LinearRegression().coef_", "SVC().predict_proba(X)",
               "SVC().fit(X, y).predict_proba(X)", "clone(5)", "clone(LinearRegression)", "clone([1])",
               "LabelEncoder().fit([1, 2]).transform([3])", "LabelEncoder().fit(['a', 'b']).transform(['c'])",
               "LabelEncoder().fit([1, 2]).inverse_transform([5])", "LabelEncoder().fit([[1, 2], [3, 4]])",
               "OneHotEncoder().fit([1, 2])", "OneHotEncoder().fit(['a', 'b'])",
               "OneHotEncoder().fit(words).transform([['q', 'b']])", "OneHotEncoder().fit(words).transform([['a']])",
               "OneHotEncoder().fit([['a', 1], [1, 2]])", "OrdinalEncoder().fit(words).transform([['q', 'b']])",
               "OrdinalEncoder(unknown_value=5).fit(words)", "OrdinalEncoder(handle_unknown='use_encoded_value').fit(words)",
               "OneHotEncoder(categories=[['a']]).fit(words)", "OneHotEncoder(categories=[['a'], ['b', 'd']]).fit(words)",
               "OneHotEncoder(nothing=1)", "OneHotEncoder(sparse=False)", "len(OneHotEncoder().fit_transform(words))",
               "LabelBinarizer(neg_label=2, pos_label=1).fit([1, 2])", "LabelBinarizer().fit([])",
               "LabelBinarizer().transform([1])", "MultiLabelBinarizer(classes=[1, 1]).fit([[1]])",
               "MultiLabelBinarizer().fit([[1, 2]]).inverse_transform(np.zeros((1, 3)))", "MultiLabelBinarizer().fit([1])",
               "ColumnTransformer([('a', StandardScaler(), ['q'])]).fit(frame)",
               "ColumnTransformer([('a', StandardScaler(), ['q'])]).fit(X)",
               "ColumnTransformer([('a', StandardScaler(), [9])]).fit(X)",
               "ColumnTransformer([('a', StandardScaler(), ['b'])]).fit(frame)",
               "Pipeline([('a', StandardScaler()), ('a', SVC())]).fit(X, y)", "Pipeline([('a', 5)]).fit(X)",
               "Pipeline([('a__b', SVC())]).fit(X, y)", "Pipeline([('a', SVC())]).fit(X, y, nothing=1)",
               "Pipeline([('a', SVC())]).set_params(q__C=1)", "Pipeline([('a', SVC())])['q']",
               "Pipeline([('a', SVC())]).named_steps['q']",
               "make_pipeline(StandardScaler(), SVC()).fit(X, y, sample_weight=np.ones(6))", "Pipeline([]).fit(X)",
               "accuracy_score([1, 0], ['a', 'b'])", "accuracy_score([1, 0], [0.5, 0.2])", "accuracy_score([[1, 0]], [1])",
               "confusion_matrix([0.5], [0.2])", "confusion_matrix([1, 0], [1, 0], labels=[])",
               "confusion_matrix([1, 0], [1, 0], labels=[5])", "f1_score(three, three)", "precision_score(three, three)",
               "f1_score(y, y, pos_label=5)", "f1_score(y, y, average='samples')", "f1_score(['a', 'b'], ['a', 'b'])",
               "classification_report(y, y, target_names=['a'])", "classification_report(y, y, target_names=['a', 'b', 'c'])",
               "classification_report(y, X[:, 0] / 5)", "mean_squared_error(X, y)",
               "mean_squared_error(y, [1, 2, 3, 4, 5, np.nan])", "mean_squared_log_error([-2], [1])", "r2_score([1, 2], [1])",
               "mean_squared_error([[1, 2]], [[1]])", "roc_auc_score(three, three)", "roc_auc_score(three, X)",
               "roc_auc_score(three, np.full((6, 3), 0.5), multi_class='ovr')",
               "roc_auc_score(three, np.full((6, 2), 0.5), multi_class='ovr')", "roc_auc_score(three, np.full((6, 3), 1 / 3))",
               "roc_auc_score(y, X)", "roc_curve(three, three)", "roc_curve(y, X)", "precision_recall_curve(three, three)",
               "auc([1], [1])", "auc([1, 3, 2], [1, 2, 3])", "auc([1, 2], [1])", "log_loss([0, 0], [0.1, 0.2])",
               "log_loss(y, np.full((6, 3), 1 / 3))", "log_loss([0, 1], [[0.1, 0.2, 0.7], [0.1, 0.2, 0.7]])",
               "log_loss([0, 1], [0.1, 0.2], labels=[0])", "log_loss([0, 1], [0.1, 0.2], labels=[0, 1, 2])",
               "log_loss([0, 1], [1.5, 0.2])", "brier_score_loss([0, 1], [2.0, 0.1])", "silhouette_score(X, np.zeros(6))",
               "silhouette_score(X, np.arange(6))", "metrics.nothing", "metrics.get_scorer('a')",
               "metrics.roc_auc_score(y, [0, 1])", "metrics.accuracy_score(three, X)", "train_test_split()",
               "train_test_split(X, test_size=2.0)", "train_test_split(X, test_size=0.0)", "train_test_split(X, test_size=9)",
               "train_test_split(X, test_size=4, train_size=4)", "train_test_split(X, test_size=0.6, train_size=0.6)",
               "train_test_split(X, test_size=-1)", "train_test_split(X, test_size='a')",
               "train_test_split(X, y, stratify=[0, 0, 0, 0, 0, 1])", "train_test_split(X, y, stratify=y, shuffle=False)",
               "train_test_split(X, stratify=y[:3])", "train_test_split(X, y, stratify=three, test_size=2)",
               "train_test_split(X[:1])", "train_test_split([])", "KFold(1)", "KFold('a')", "KFold(2.5)", "KFold(shuffle=1)",
               "KFold(3, random_state=1)", "list(KFold(9).split(X))", "list(StratifiedKFold(3).split(X))",
               "list(StratifiedKFold(9).split(X, y))", "list(StratifiedKFold(2).split(X, X[:, 0] / 5))",
               "list(StratifiedKFold(2).split(X, np.eye(6)))", "list(LeaveOneOut().split(X[:1]))",
               "list(GroupKFold(2).split(X))", "list(StratifiedShuffleSplit(1, test_size=0.01).split(X, y))",
               "list(KFold(2).split(None))", "cross_val_score(LinearRegression(), X, y, cv=9)", "cross_val_score(5, X, y)",
               "cross_val_score(LinearRegression(), X, y, cv=1)", "cross_val_score(StandardScaler(), X, y)",
               "GridSearchCV(SVC(), {'nothing': [1]}).fit(X, y)", "GridSearchCV(SVC(), {'C': 1}).fit(X, y)",
               "GridSearchCV(SVC(), {'C': []}).fit(X, y)", "GridSearchCV(SVC(), {'C': [1]}, cv=9).fit(X, y)",
               "GridSearchCV(SVC())", "GridSearchCV(SVC(), {'C': [1]}).best_params_",
               "datasets.make_blobs([5, 5], centers=[[0, 0]])", "datasets.make_classification(n_informative=50)",
               "datasets.make_classification(n_classes=9)", "datasets.make_classification(weights=[1, 2, 3])",
               "datasets.make_gaussian_quantiles(n_samples=1)", "compute_class_weight('balanced', classes=[0], y=[0, 1])",
               "compute_class_weight({5: 1}, classes=[0, 1], y=[0, 1])",
               "compute_class_weight('balanced', classes=[0, 5], y=[0, 1])", "utils.shuffle(X, y[:3])",
               "utils.resample(X, n_samples=9, replace=False)", "utils.check_array([1])", "utils.check_X_y(X, y[:2])",
               "utils.check_random_state('a')", "GradientBoostingClassifier().fit(X, np.zeros(6))",
               "VotingClassifier([]).fit(X, y)", "VotingClassifier([('a', SVC())], voting='soft').fit(X, y).predict(X)",
               "stats.pearsonr([1], [1])", "stats.pearsonr([1, 2], [1])", "stats.nothing", "stats.ttest_ind([1], ['a'])",
               "stats.norm.pdf('a')", "ndimage.convolve(X, np.ones(3))", "ndimage.gaussian_filter(X, 1, mode='a')",
               "ndimage.nothing", "ndimage.correlate(X, np.ones((2, 2, 2)))"):
    attempt(source)
