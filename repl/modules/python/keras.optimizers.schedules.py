"""keras.optimizers.schedules: learning rates that depend on the step. The numbers are float32, as Keras's are."""
import math
from _keras_arguments import checked

import numpy as np
from tensorflow import constant as _constant


def _float(value):
    return np.float32(float(value))


def _is_positive(name, value):
    if value <= 0:
        raise ValueError(f"Argument `{name}` must be > 0. Received: {name}={value}")


class LearningRateSchedule:
    """A learning rate that depends on the step: derive from it and define __call__(self, step)."""

    def __call__(self, step):
        raise NotImplementedError(f"Learning rate schedule '{self.__class__.__name__}' must override `__call__(self, step)`.")

    def get_config(self):
        raise NotImplementedError(
            f"Learning rate schedule '{self.__class__.__name__}' must override `get_config()` in order to be serializable.")

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class _Given(LearningRateSchedule):
    """What Keras's own schedules share: _rate(step) is the number, and a call gives it as a tensor."""

    def __call__(self, step):
        return _constant(self._rate(step))


@checked("schedules")
class ExponentialDecay(_Given):
    """rate * decay_rate ** (step / decay_steps)."""

    def __init__(self, initial_learning_rate, decay_steps, decay_rate, staircase=False, name="ExponentialDecay"):
        self.initial_learning_rate = initial_learning_rate
        self.decay_steps = decay_steps
        self.decay_rate = decay_rate
        self.staircase = staircase
        self.name = name
        _is_positive("decay_steps", decay_steps)

    def _rate(self, step):
        part = _float(step) / _float(self.decay_steps)
        if self.staircase:
            part = np.floor(part)
        return _float(self.initial_learning_rate) * np.power(_float(self.decay_rate), part)

    def get_config(self):
        return {"initial_learning_rate": self.initial_learning_rate, "decay_steps": self.decay_steps,
                "decay_rate": self.decay_rate, "staircase": self.staircase, "name": self.name}


@checked("schedules")
class PiecewiseConstantDecay(_Given):
    """values[i] up to and with boundaries[i]."""

    def __init__(self, boundaries, values, name="PiecewiseConstant"):
        if len(boundaries) != len(values) - 1:
            raise ValueError(
                "The length of boundaries should be 1 less than the length of values. Received: "
                f"boundaries={boundaries} of length {len(boundaries)}, and values={values} of length {len(values)}.")
        self.boundaries = boundaries
        self.values = values
        self.name = name

    def _rate(self, step):
        step = float(step)
        for boundary, value in zip(self.boundaries, self.values):
            if step <= boundary:
                return _float(value)
        return _float(self.values[-1])

    def get_config(self):
        return {"boundaries": self.boundaries, "values": self.values, "name": self.name}


@checked("schedules")
class PolynomialDecay(_Given):
    """From the first rate to the last, along (1 - step / decay_steps) ** power."""

    def __init__(self, initial_learning_rate, decay_steps, end_learning_rate=0.0001, power=1.0, cycle=False,
                 name="PolynomialDecay"):
        self.initial_learning_rate = initial_learning_rate
        self.decay_steps = decay_steps
        self.end_learning_rate = end_learning_rate
        self.power = power
        self.cycle = cycle
        self.name = name
        _is_positive("decay_steps", decay_steps)

    def _rate(self, step):
        first, last = _float(self.initial_learning_rate), _float(self.end_learning_rate)
        step, steps = _float(step), _float(self.decay_steps)
        if self.cycle:
            steps = steps * (_float(1) if step == 0 else np.ceil(step / steps))
        else:
            step = min(step, steps)
        return (first - last) * np.power(_float(1) - step / steps, _float(self.power)) + last

    def get_config(self):
        return {"initial_learning_rate": self.initial_learning_rate, "decay_steps": self.decay_steps,
                "end_learning_rate": self.end_learning_rate, "power": self.power, "cycle": self.cycle, "name": self.name}


@checked("schedules")
class InverseTimeDecay(_Given):
    """rate / (1 + decay_rate * step / decay_steps)."""

    def __init__(self, initial_learning_rate, decay_steps, decay_rate, staircase=False, name="InverseTimeDecay"):
        self.initial_learning_rate = initial_learning_rate
        self.decay_steps = decay_steps
        self.decay_rate = decay_rate
        self.staircase = staircase
        self.name = name
        _is_positive("decay_steps", decay_steps)

    def _rate(self, step):
        part = _float(step) / _float(self.decay_steps)
        if self.staircase:
            part = np.floor(part)
        return _float(self.initial_learning_rate) / (_float(1) + _float(self.decay_rate) * part)

    def get_config(self):
        return {"initial_learning_rate": self.initial_learning_rate, "decay_steps": self.decay_steps,
                "decay_rate": self.decay_rate, "staircase": self.staircase, "name": self.name}


@checked("schedules")
class CosineDecay(_Given):
    """Half a cosine from the rate (or from warmup_target, after a line up to it) down to alpha of it."""

    def __init__(self, initial_learning_rate, decay_steps, alpha=0.0, name="CosineDecay", warmup_target=None,
                 warmup_steps=0):
        self.initial_learning_rate = initial_learning_rate
        self.decay_steps = decay_steps
        self.alpha = alpha
        self.name = name
        self.warmup_steps = warmup_steps
        self.warmup_target = warmup_target
        _is_positive("decay_steps", decay_steps)

    def _rate(self, step):
        first, steps, step = _float(self.initial_learning_rate), _float(self.decay_steps), _float(step)
        if self.warmup_target is not None:
            target, warm = _float(self.warmup_target), _float(self.warmup_steps)
            step = min(step, steps + warm)
            if step < warm:
                return (target - first) * (step / warm) + first
            step, first = step - warm, target
        else:
            step = min(step, steps)
        wave = _float(0.5) * (_float(1) + np.cos(_float(math.pi) * (step / steps)))
        return first * (_float(1 - self.alpha) * wave + _float(self.alpha))

    def get_config(self):
        return {"initial_learning_rate": self.initial_learning_rate, "decay_steps": self.decay_steps, "alpha": self.alpha,
                "name": self.name, "warmup_target": self.warmup_target, "warmup_steps": self.warmup_steps}


@checked("schedules")
class CosineDecayRestarts(_Given):
    """Half cosines one after the other, each t_mul as long and m_mul as high as the one before."""

    def __init__(self, initial_learning_rate, first_decay_steps, t_mul=2.0, m_mul=1.0, alpha=0.0, name="SGDRDecay"):
        self.initial_learning_rate = initial_learning_rate
        self.first_decay_steps = first_decay_steps
        self._t_mul = t_mul
        self._m_mul = m_mul
        self.alpha = alpha
        self.name = name
        _is_positive("first_decay_steps", first_decay_steps)

    def _rate(self, step):
        done, factor, one = _float(step) / _float(self.first_decay_steps), _float(self._t_mul), _float(1)
        if factor == 1:
            restarts = np.floor(done)
            done = done - restarts
        else:
            restarts = np.floor(np.log(one - done * (one - factor)) / np.log(factor))
            before = (one - np.power(factor, restarts)) / (one - factor)
            done = (done - before) / np.power(factor, restarts)
        wave = _float(0.5) * np.power(_float(self._m_mul), restarts) * (one + np.cos(_float(math.pi) * done))
        alpha = _float(self.alpha)
        return _float(self.initial_learning_rate) * ((one - alpha) * wave + alpha)

    def get_config(self):
        return {"initial_learning_rate": self.initial_learning_rate, "first_decay_steps": self.first_decay_steps,
                "t_mul": self._t_mul, "m_mul": self._m_mul, "alpha": self.alpha, "name": self.name}
