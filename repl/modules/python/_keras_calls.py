"""What compile, fit, evaluate, predict and the calls on one batch cannot be given: asked where an argument is not of
its usual kind."""
import _tensorflow_errors as _errors

_COUNTS = ("epochs", "initial_epoch", "steps_per_execution")


def _leaf(data):
    """Whether lists and dicts hold plain numbers or texts somewhere, which are no tensors."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, (list, tuple)):
        for item in data:
            if _leaf(item):
                return True
        return False
    return data is None or isinstance(data, (bool, int, float, complex, str, bytes)) or not (
        hasattr(data, "shape") or hasattr(data, "__array__") or hasattr(data, "__iter__") or hasattr(data,
                "__getitem__"))


def _unknown(x):
    raise ValueError(f"Unrecognized data type: x={x} (of type {type(x)})")


def _structure(data):
    if isinstance(data, (list, tuple)):
        return type(data)(_structure(item) for item in data)
    return "*"


def _data(what, given, values):
    x, y = values.get("x"), values.get("y")
    if what in ("fit", "evaluate", "predict"):
        for name in ("x", "y"):
            one = given.get(name)
            if name not in given or one is None:
                continue
            if getattr(one, "ndim", 1) == 0 and not isinstance(one, (int, float)):
                raise IndexError("tuple index out of range")
            if str(getattr(one, "dtype", "")) == "object" and any(item is None for item in one):
                raise ValueError("Invalid dtype: object")
            if isinstance(one, dict) and name == "y" and not _leaf(one):
                continue
            if not (isinstance(one, (list, tuple)) and not one) and _leaf(one):
                _unknown(x)
        if x is None and y is not None:
            raise ValueError(f"{what}() got targets and no inputs: x=None")
        if x is None and what != "predict":
            raise KeyError(f"{what}() needs data: model.{what}(x, y)")
        if what == "predict" and (x is None or isinstance(x, (list, tuple, dict)) and not x):
            raise KeyError("predict() needs data: model.predict(x)")
        return
    for name in ("x", "y"):
        one = given.get(name)
        if isinstance(one, str):
            raise TypeError(f"Expected float32, but got {one} of type 'str'.")
        kind = getattr(getattr(one, "dtype", None), "kind", "")
        if kind in "US" and kind:
            raise _errors.UnimplementedError(None, None,
                    f"{what}(): `{name}` must be numbers: a text cannot be cast to float")
        if kind == "O" and any(item is None for item in one):
            raise ValueError("Failed to convert a NumPy array to a Tensor (Unsupported object type NoneType).")
    if isinstance(y, (list, tuple)) and _leaf(y):
        raise ValueError(f"y_true and y_pred have different structures.\ny_true: {_structure(y)}\ny_pred: *\n")


def _compile(given):
    optimizer, loss, metrics = given.get("optimizer"), given.get("loss"), given.get("metrics")
    if isinstance(optimizer, dict) and "class_name" not in optimizer:
        raise KeyError("class_name")
    if isinstance(optimizer, type):
        raise ValueError(f"Could not interpret optimizer identifier: {optimizer}")
    if isinstance(loss, (list, dict)) and not loss:
        raise (IndexError if isinstance(loss, list) else TypeError)(f"`loss` names no loss. Received: loss={loss}")
    if loss == [None]:
        raise AttributeError("'NoneType' object has no attribute 'loss'")
    if isinstance(metrics, (list, tuple)) and metrics and all(each is None for each in metrics):
        raise ValueError("Expected metric, received `None`")


def check(what, given, values):
    """given: the arguments of Model's method that are not of their usual kind; values: all of them."""
    for name in _COUNTS:
        if name in given and not isinstance(given[name], int):
            raise TypeError(f"'{type(given[name]).__name__}' object cannot be interpreted as an integer")
    if given.get("steps_per_execution", 1) == 0:
        raise ValueError("`steps_per_execution` must be a whole number above 0. Received: steps_per_execution=0")
    if what == "compile":
        _compile(given)
        return
    frequency = given.get("validation_freq", 1)
    if not isinstance(frequency, (int, list, tuple, set)):
        raise ValueError(f"Expected `validation_freq` to be a list or int. Received: validation_freq={frequency} of "
                         f"the type {type(frequency)}.")
    if frequency == 0 and not isinstance(frequency, (list, tuple, set)) and values.get("validation_data") is not None:
        raise ZeroDivisionError("`validation_freq` must be at least 1: integer modulo by zero")
    callbacks = given.get("callbacks")
    if isinstance(callbacks, (list, tuple)) and any(each is None for each in callbacks):
        raise AttributeError("'NoneType' object has no attribute 'set_model'")
    _data(what, given, values)
