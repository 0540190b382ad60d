"""sklearn.ensemble: forests, boosting, bagging, stacking, voting."""
from _sklearn_bagging import BaggingClassifier, BaggingRegressor, StackingClassifier, StackingRegressor
from _sklearn_boosting import AdaBoostClassifier, GradientBoostingClassifier, GradientBoostingRegressor
from _sklearn_forest import ExtraTreesClassifier, ExtraTreesRegressor, RandomForestClassifier, RandomForestRegressor
from _sklearn_voting import VotingClassifier, VotingRegressor


def __getattr__(name):
    if name in ('HistGradientBoostingClassifier', 'IsolationForest', 'HistGradientBoostingRegressor',
                'AdaBoostRegressor'):
        raise ImportError(f"nnsh has no sklearn.ensemble.{name}: it has forests, GradientBoosting, AdaBoostClassifier, "
                          "bagging, stacking and voting")
    raise AttributeError(f"module 'sklearn.ensemble' has no attribute {name!r}")
