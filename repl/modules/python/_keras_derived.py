"""What classes that derive from built losses and optimizers reach by super(): an object of the engine's does the work."""
import keras
import _keras_ops as _k
from _keras_base import _cast_all, _reduce_weighted
from _keras_files import is_native


def _base(cls):
    """The engine's class that a class derives from."""
    return next(each for each in cls.__mro__ if is_native(each))


def loss_values(loss, y_true, y_pred):
    """call() of a built loss: a number a sample. A twin without a reduction computes them."""
    twin = getattr(loss, "_twin", None)
    if twin is None:
        kind = _base(type(loss))
        config = kind.get_config(loss)
        twin = loss._twin = kind(**{**config, "reduction": "none"})
    return twin(y_true, y_pred)


def call_loss(loss, y_true, y_pred, sample_weight):
    """loss() where call() is the user's: keras/src/losses/loss.py, Loss.__call__."""
    mask = _k._mask_of(y_pred)
    y_pred, y_true = _cast_all(y_pred, "float32"), _cast_all(y_true, "float32")
    return _reduce_weighted(loss.call(y_true, y_pred), sample_weight, mask, loss.reduction, "float32")


def apply_gradients(optimizer, grads_and_vars):
    pairs = list(grads_and_vars)
    optimizer.apply([g for g, _ in pairs], [v for _, v in pairs])
    return optimizer.iterations


def apply(optimizer, grads, trainable_variables):
    """apply() where update_step() is the user's: one variable after the other, in one iteration."""
    pairs = [(g, v) for g, v in zip(grads, trainable_variables) if g is not None]
    if not pairs:
        raise ValueError("No gradients provided for any variable.")
    if optimizer.get_config().get("global_clipnorm"):
        raise NotImplementedError("global_clipnorm is not there for an optimizer with an update_step() of your own")
    if not optimizer.variables[2:]:
        optimizer.build(list(trainable_variables))
    step, rate = optimizer.iterations, optimizer.learning_rate
    for gradient, variable in pairs:
        _k._set_iterations(optimizer, step)
        optimizer.update_step(gradient, variable, rate)
    _k._set_iterations(optimizer, step + 1)


def update_step(optimizer, gradient, variable, learning_rate):
    """The engine's own step for one variable."""
    step = optimizer.iterations
    given, own = float(learning_rate), float(optimizer.learning_rate)
    scheduled = given != own
    if scheduled:
        optimizer.learning_rate = given
    _k._apply(optimizer, [gradient], [variable])
    if scheduled:
        optimizer.learning_rate = own
    _k._set_iterations(optimizer, step)
