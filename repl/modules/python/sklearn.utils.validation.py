"""sklearn.utils.validation: checks of estimators and arrays."""
from sklearn.base import _not_fitted
from sklearn.utils import (_num_samples, check_array, check_consistent_length, check_random_state, check_X_y,
                           column_or_1d, indexable)


def check_is_fitted(estimator, attributes=None, *, msg=None, all_or_any=all):
    """Raises NotFittedError where fit has left no attribute that ends with an underscore."""
    if isinstance(estimator, type):
        raise TypeError(f"{estimator} is a class, not an instance.")
    if not hasattr(estimator, 'fit'):
        raise TypeError(f"{estimator} is not an estimator instance.")
    if isinstance(attributes, str):
        attributes = [attributes]
    if attributes is not None:
        fitted = all_or_any([hasattr(estimator, name) for name in attributes])
    else:
        fitted = any(name.endswith('_') and not name.startswith('__') for name in estimator.__dict__)
    if not fitted:
        if msg is not None:
            from sklearn.exceptions import NotFittedError
            raise NotFittedError(msg % {'name': type(estimator).__name__})
        _not_fitted(estimator)
