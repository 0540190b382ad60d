"""sklearn.ensemble: forests, boosting, voting."""
from _sklearn_boosting import AdaBoostClassifier, GradientBoostingClassifier, GradientBoostingRegressor
from _sklearn_forest import ExtraTreesClassifier, ExtraTreesRegressor, RandomForestClassifier, RandomForestRegressor
from _sklearn_voting import VotingClassifier, VotingRegressor


def __getattr__(name):
    if name in ('BaggingClassifier', 'BaggingRegressor', 'HistGradientBoostingClassifier', 'IsolationForest',
                'HistGradientBoostingRegressor', 'StackingClassifier', 'StackingRegressor', 'AdaBoostRegressor'):
        raise ImportError(f"nnsh has no sklearn.ensemble.{name}: it has forests, GradientBoosting, AdaBoostClassifier "
                          "and voting")
    raise AttributeError(f"module 'sklearn.ensemble' has no attribute {name!r}")
