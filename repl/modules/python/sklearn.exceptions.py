"""sklearn.exceptions: what estimators raise and warn with."""


class NotFittedError(ValueError):
    """An estimator was used before fit."""


class ConvergenceWarning(UserWarning):
    """A solver stopped before it was done."""


class UndefinedMetricWarning(UserWarning):
    """A metric has no value for these labels."""


class DataConversionWarning(UserWarning):
    """Data came in another shape than was wanted."""
