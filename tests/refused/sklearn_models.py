import numpy as np
import _sklearn_data
from scipy import stats
from scipy.cluster import hierarchy
from sklearn import (datasets, discriminant_analysis, ensemble, linear_model, mixture, model_selection, neighbors, neural_network,
                     preprocessing, svm, tree)
from sklearn.decomposition import PCA
from refusals import refuses, report

X = np.arange(12.0).reshape(6, 2)
y = np.array([0, 1, 0, 1, 0, 1])
two = np.stack([y, 1 - y], axis=1)
NONE = NotImplementedError

refuses(NONE, "nnsh's GradientBoostingClassifier has no loss 'exponential': take 'log_loss'",
        ensemble.GradientBoostingClassifier(loss='exponential').fit, X, y)
refuses(NONE, "nnsh's GradientBoostingRegressor has no loss 'huber': take 'squared_error'",
        ensemble.GradientBoostingRegressor(loss='huber').fit, X, y)
refuses(NONE, "nnsh's GradientBoostingClassifier has no n_iter_no_change", ensemble.GradientBoostingClassifier(n_iter_no_change=5).fit, X, y)
one = "trees and ensembles have one output here: y must be of one dimension"
refuses(NONE, one, tree.DecisionTreeClassifier().fit, X, two)
refuses(NONE, one, tree.DecisionTreeRegressor().fit, X, two)
refuses(NONE, one, ensemble.RandomForestRegressor().fit, X, two)
refuses(NONE, "nnsh's trees have no monotonic constraints", tree.DecisionTreeClassifier(monotonic_cst=[1, 0]).fit, X, y)
refuses(NONE, "nnsh's trees have no criterion 'absolute_error': take 'squared_error'",
        tree.DecisionTreeRegressor(criterion='absolute_error').fit, X, y)
refuses(NONE, "nnsh's forests do not go on growing: warm_start=False", ensemble.RandomForestClassifier(warm_start=True).fit, X, y)
refuses(NONE, "nnsh's Lasso has neither selection='random' nor sample_weight", linear_model.Lasso(selection='random').fit, X, y)
refuses(NONE, "nnsh's ElasticNet has neither selection='random' nor sample_weight", linear_model.ElasticNet().fit, X, y, np.ones(6))
refuses(NONE, "nnsh's Lasso has one target: y must be of one dimension", linear_model.Lasso().fit, X, two)
refuses(NONE, "LinearRegression(positive=True) is not there", linear_model.LinearRegression(positive=True).fit, X, y)
refuses(NONE, "LogisticRegression has the l2 penalty or none", linear_model.LogisticRegression(penalty='l1').fit, X, y)
refuses(NONE, "LogisticRegression has the l2 penalty or none", linear_model.LogisticRegression(l1_ratio=0.5).fit, X, y)
refuses(NONE, "Perceptron has no penalty, early_stopping, warm_start or class_weight", linear_model.Perceptron(penalty='l2').fit, X, y)
refuses(NONE, "nnsh's SVC gives no probabilities: leave probability away, or take LogisticRegression",
        svm.SVC(probability=True).fit, X, y)
refuses(NONE, "nnsh's SVC has the kernels 'linear', 'poly', 'rbf' and 'sigmoid', and functions; not 'precomputed'",
        svm.SVC(kernel='precomputed').fit, X, y)
refuses(NONE, "metric='jaccard' is not there: euclidean, manhattan, chebyshev, minkowski, cosine, sqeuclidean, hamming, canberra and "
        "braycurtis are, or a function of two rows", neighbors.KNeighborsClassifier(metric='jaccard').fit, X, y)
refuses(NONE, "PCA(n_components='mle') is not there", PCA('mle').fit, X)
refuses(NONE, "OneHotEncoder(min_frequency=, max_categories=) is not there", preprocessing.OneHotEncoder(min_frequency=2).fit, [['a'], ['b']])
refuses(NONE, "nnsh has set_output(transform='default') and 'pandas'", preprocessing.StandardScaler().set_output, transform='polars')
refuses(NONE, "nnsh's SGDClassifier has the losses hinge, log_loss, modified_huber, squared_hinge, perceptron",
        linear_model.SGDClassifier(loss='huber').fit, X, y)
refuses(NONE, "nnsh's SGDRegressor has the l2 penalty or none, and neither early_stopping, warm_start nor average",
        linear_model.SGDRegressor(penalty='l1').fit, X, y)
refuses(NONE, "LinearDiscriminantAnalysis has the solver 'svd'", discriminant_analysis.LinearDiscriminantAnalysis('lsqr').fit, X, y)
refuses(NONE, "GaussianMixture begins with init_params 'kmeans' or 'random'", mixture.GaussianMixture(init_params='k-means++').fit, X)
refuses(NONE, "nnsh's LinearSVC has the l2 penalty, and one class against the rest", svm.LinearSVC(penalty='l1').fit, X, y)
refuses(NONE, "nnsh's MLPRegressor has the loss 'squared_error'", neural_network.MLPRegressor('poisson').fit, X, y)
refuses(NONE, "fcluster has the criteria 'distance' and 'maxclust'", hierarchy.fcluster, hierarchy.linkage(X), 1.0, criterion='inconsistent')
refuses(NONE, "probplot compares with dist='norm' or with a distribution that has ppf", stats.probplot, [1.0, 2.0, 4.0], dist='t')
refuses(NONE, "learning_curve has neither exploit_incremental_learning nor return_times here", model_selection.learning_curve,
        linear_model.LinearRegression(), X, y, return_times=True)
refuses(NONE, "make_multilabel_classification is not there", datasets.make_multilabel_classification)
refuses(NONE, "sklearn.datasets.fetch_20newsgroups downloads its set; nnsh does not have it", datasets.fetch_20newsgroups)
refuses(ValueError, "fetch_openml('titanic'): nnsh asks no server; it has 'mnist_784' and 'Fashion-MNIST', from where keras.datasets "
        "finds them", datasets.fetch_openml, 'titanic')
refuses(TypeError, "a sparse matrix is no array: call .toarray(), or make the encoder with sparse_output=False", np.asarray,
        preprocessing.OneHotEncoder().fit_transform([['a'], ['b']]))
_sklearn_data._folders = lambda: ['/nowhere', '/there']
refuses(FileNotFoundError, "x.csv is not on this machine; nnsh looked for\n  /nowhere/x.csv\n  /there/x.csv\nput it there",
        _sklearn_data._find, ['x.csv'], 'put it there')
report()
