"""keras.optimizers: Lamb, Adafactor and Muon, which train op by op. Sources: keras/src/optimizers."""
import math
import re

import _keras_ops as _k
from _keras_arguments import checked
from _keras_optimizer import Optimizer


def _moments(optimizer, m, v, gradient, beta_1, beta_2):
    """Moving averages of the gradient and of its square."""
    optimizer.assign_add(m, _k.multiply(_k.subtract(gradient, m), 1 - beta_1))
    optimizer.assign_add(v, _k.multiply(_k.subtract(_k.square(gradient), v), 1 - beta_2))


@checked("optimizers")
class Lamb(Optimizer):
    """Adam, whose step is scaled by the size of each weight."""
    __module__ = "keras.src.optimizers.lamb"

    def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, **kwargs):
        super().__init__(learning_rate, **kwargs)
        self.beta_1, self.beta_2, self.epsilon = beta_1, beta_2, epsilon

    def build(self, variables):
        if not self.built:
            super().build(variables)
            self._momentums, self._velocities = self.add_optimizer_variables(variables, ["momentum", "velocity"])

    def update_step(self, gradient, variable, learning_rate):
        step = int(self.iterations) + 1
        at = self._get_variable_index(variable)
        m, v = self._momentums[at], self._velocities[at]
        _moments(self, m, v, gradient, self.beta_1, self.beta_2)
        root = _k.add(_k.sqrt(_k.divide(v, 1.0 - self.beta_2 ** step)), self.epsilon)
        update = _k.divide(_k.divide(m, 1.0 - self.beta_1 ** step), root)
        weight, size = _k.sqrt(_k.sum(_k.square(variable))), _k.sqrt(_k.sum(_k.square(update)))
        ratio = _k.divide(weight, size) if float(weight) > 0 and float(size) > 0 else 1.0
        self.assign_sub(variable, _k.multiply(_k.multiply(update, ratio), learning_rate))

    def get_config(self):
        return {**super().get_config(), "beta_1": self.beta_1, "beta_2": self.beta_2, "epsilon": self.epsilon}


@checked("optimizers")
class Adafactor(Optimizer):
    """Steps scaled by rows and columns of squared gradients, which takes little memory."""
    __module__ = "keras.src.optimizers.adafactor"

    def __init__(self, learning_rate=0.001, beta_2_decay=-0.8, epsilon_1=1e-30, epsilon_2=1e-3, clip_threshold=1.0,
                 relative_step=True, **kwargs):
        super().__init__(learning_rate, **kwargs)
        self.beta_2_decay, self.epsilon_1, self.epsilon_2 = beta_2_decay, epsilon_1, epsilon_2
        self.clip_threshold, self.relative_step = clip_threshold, relative_step

    def build(self, variables):
        if self.built:
            return
        super().build(variables)
        self._r, self._c, self._v = [], [], []
        for variable in variables:
            shape = tuple(_k.dims(variable))
            if len(shape) < 2:
                # Places that are never used, as Keras makes them.
                self._r.append(self.add_variable((), name=variable.name))
                self._c.append(self.add_variable((), name=variable.name))
            else:
                self._r.append(self.add_variable(shape[:-1], name=variable.name))
                self._c.append(self.add_variable(shape[:-2] + shape[-1:], name=variable.name))
            self._v.append(self.add_variable_from_reference(variable, name="velocity"))

    def _rms(self, x):
        return _k.sqrt(_k.mean(_k.square(x)))

    def update_step(self, gradient, variable, learning_rate):
        step = float(int(self.iterations) + 1)
        rate = _k.convert_to_tensor(learning_rate, "float32")
        if self.relative_step:
            rate = _k.minimum(rate, 1 / math.sqrt(step))
        at = self._get_variable_index(variable)
        r, c, v = self._r[at], self._c[at], self._v[at]
        alpha = _k.multiply(_k.maximum(self._rms(variable), self.epsilon_2), _k.minimum(rate, 1 / math.sqrt(step)))
        squared = _k.add(_k.square(gradient), self.epsilon_1)
        beta = 1 - step ** self.beta_2_decay

        def mixed(old, new):
            return _k.add(_k.multiply(old, beta), _k.multiply(new, 1 - beta))

        if len(_k.dims(variable)) >= 2:
            self.assign(r, mixed(r, _k.mean(squared, axis=-1)))
            self.assign(c, mixed(c, _k.mean(squared, axis=-2)))
            rows = _k.divide(r, _k.mean(r, axis=-1, keepdims=True))
            self.assign(v, _k.multiply(_k.expand_dims(rows, -1), _k.expand_dims(c, -2)))
        else:
            self.assign(v, mixed(v, squared))
        update = _k.divide(gradient, _k.sqrt(v))
        update = _k.divide(update, _k.maximum(_k.divide(self._rms(update), self.clip_threshold), 1.0))
        self.assign_sub(variable, _k.multiply(update, alpha))

    def get_config(self):
        return {**super().get_config(), "beta_2_decay": self.beta_2_decay, "epsilon_1": self.epsilon_1,
                "epsilon_2": self.epsilon_2, "clip_threshold": self.clip_threshold, "relative_step": self.relative_step}


@checked("optimizers")
class Muon(Optimizer):
    """Orthogonal steps for matrices, Adam's for all else."""
    __module__ = "keras.src.optimizers.muon"

    def __init__(self, learning_rate=0.001, adam_beta_1=0.9, adam_beta_2=0.999, adam_weight_decay=0.004, epsilon=1e-7,
                 weight_decay=0.004, exclude_layers=None, exclude_embeddings=True, muon_a=3.4445, muon_b=-4.7750, muon_c=2.0315,
                 adam_lr_ratio=1, momentum=0.95, ns_steps=5, nesterov=True, rms_rate=0.2, **kwargs):
        super().__init__(learning_rate, weight_decay=weight_decay, **kwargs)
        self.adam_beta_1, self.adam_beta_2, self.epsilon = adam_beta_1, adam_beta_2, epsilon
        self.muon_a, self.muon_b, self.muon_c = muon_a, muon_b, muon_c
        self.adam_lr_ratio, self.momentum, self.ns_steps, self.nesterov = adam_lr_ratio, momentum, ns_steps, nesterov
        self.exclude_embeddings, self.exclude_layers = exclude_embeddings, exclude_layers or []
        self.adam_weight_decay, self.rms_rate = adam_weight_decay, rms_rate

    def _by_adam(self, variable):
        if len(_k.dims(variable)) != 2 or (self.exclude_embeddings and "embedding" in variable.path.lower()):
            return True
        return any(re.search(each, variable.path) for each in self.exclude_layers)

    def build(self, variables):
        if self.built:
            return
        super().build(variables)
        self._momentums, self._velocities = [], []
        for variable in variables:
            self._momentums.append(self.add_variable_from_reference(variable, name="momentum"))
            self._velocities.append(self.add_variable_from_reference(variable, name="velocity") if self._by_adam(variable) else None)

    def update_step(self, gradient, variable, learning_rate):
        at = self._get_variable_index(variable)
        m, v = self._momentums[at], self._velocities[at]
        if v is not None:
            step = int(self.iterations) + 1
            share = self.adam_lr_ratio * math.sqrt(1 - self.adam_beta_2 ** step) / (1 - self.adam_beta_1 ** step)
            _moments(self, m, v, gradient, self.adam_beta_1, self.adam_beta_2)
            update = _k.divide(_k.multiply(m, share), _k.add(_k.sqrt(v), self.epsilon))
        else:
            self.assign_add(m, _k.add(gradient, _k.multiply(m, self.momentum - 1)))
            update = self._orthogonal(_k.add(gradient, _k.multiply(m, self.momentum)) if self.nesterov else m)
            if self.rms_rate is not None:
                update = _k.multiply(update, math.sqrt(max(_k.dims(variable))) * self.rms_rate)
        self.assign_sub(variable, _k.multiply(update, learning_rate))

    def _orthogonal(self, x):
        """Newton and Schulz's iteration towards the nearest matrix with singular values of 1."""
        tall = _k.dims(x)[0] > _k.dims(x)[1]
        x = _k.transpose(x) if tall else _k.convert_to_tensor(x)
        x = _k.divide(x, _k.add(_k.norm(x), 1e-7))
        for _ in range(self.ns_steps):
            square = _k.matmul(x, _k.transpose(x))
            mixed = _k.add(_k.multiply(square, self.muon_b), _k.multiply(_k.matmul(square, square), self.muon_c))
            x = _k.add(_k.multiply(x, self.muon_a), _k.matmul(mixed, x))
        return _k.transpose(x) if tall else x

    def _decay(self, variables):
        for variable in variables:
            share = self.adam_weight_decay if self._by_adam(variable) else self.weight_decay
            if share is not None and not self._kept(variable):
                variable.assign(_k.subtract(variable, _k.multiply(_k.multiply(variable, share), self._current_rate())))

    def get_config(self):
        names = ("adam_beta_1", "adam_beta_2", "epsilon", "exclude_layers", "muon_a", "muon_b", "muon_c", "adam_lr_ratio",
                 "momentum", "ns_steps", "nesterov", "exclude_embeddings", "adam_weight_decay", "rms_rate")
        return {**super().get_config(), **{name: getattr(self, name) for name in names}}
