"""keras.optimizers.Optimizer: optimizers of one's own, which define update_step."""
import warnings

import numpy as np

import keras
import _keras_ops as _k
from _keras import NativeOptimizer
from _keras_base import _derived, _snake


class Optimizer(metaclass=_derived(NativeOptimizer)):
    """An optimizer of one's own: define update_step(gradient, variable, learning_rate)."""
    _stands = True

    def __init__(self, learning_rate, weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False,
                 ema_momentum=0.99, ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None,
                 name=None, **kwargs):
        self.name = name or _k._auto_name(_snake(type(self).__name__))
        kwargs.pop("decay", None)
        if kwargs:
            raise ValueError(f"Argument(s) not recognized: {kwargs}")
        if sum(i is not None for i in (clipnorm, clipvalue, global_clipnorm)) > 1:
            raise ValueError("Only one of `clipnorm`, `clipvalue` and `global_clipnorm` can be set. Received: "
                             f"clipnorm={clipnorm}, clipvalue={clipvalue}, global_clipnorm={global_clipnorm}")
        for what, value in (("use_ema", use_ema), ("gradient_accumulation_steps", gradient_accumulation_steps),
                            ("loss_scale_factor", loss_scale_factor)):
            if value:
                raise NotImplementedError(f"the argument '{what}' is not there yet for an optimizer of your own")
        self.weight_decay, self.clipnorm, self.clipvalue, self.global_clipnorm = weight_decay, clipnorm, clipvalue, global_clipnorm
        self.use_ema, self.ema_momentum, self.ema_overwrite_frequency = use_ema, ema_momentum, ema_overwrite_frequency
        self.loss_scale_factor, self.gradient_accumulation_steps = loss_scale_factor, gradient_accumulation_steps
        self.built = False
        self._own = []
        self._places = {}
        self._trainable_variables = []
        self._kept_from_decay, self._kept_names = set(), []
        self.iterations = keras.Variable(0, dtype="int64", trainable=False, name="iteration")
        self._own.append(self.iterations)
        if isinstance(learning_rate, (int, float)):
            self._rate = keras.Variable(learning_rate, dtype="float32", trainable=False, name="learning_rate")
            self._own.append(self._rate)
        elif isinstance(learning_rate, keras.optimizers.schedules.LearningRateSchedule) or callable(learning_rate):
            self._rate = learning_rate
        else:
            raise ValueError("Argument `learning_rate` should be float, or an instance of LearningRateSchedule, or a callable "
                             f"(that takes in the current iteration value and returns the corresponding learning rate value). "
                             f"Received instead: learning_rate={learning_rate}")

    # ---- Variables ----

    @property
    def variables(self):
        return list(self._own)

    def build(self, variables):
        self.built = True
        self._trainable_variables = list(variables)
        self._places = {self._key(v): i for i, v in enumerate(variables)}

    def _key(self, variable):
        return hash(variable)

    def _get_variable_index(self, variable):
        return self._places[self._key(variable)]

    def add_variable(self, shape, initializer="zeros", dtype=None, aggregation="none", layout=None, name=None):
        variable = keras.Variable(keras.initializers.get(initializer) if isinstance(initializer, str) else initializer,
                                  shape=tuple(shape), dtype=dtype or "float32", trainable=False, name=name)
        self._own.append(variable)
        return variable

    def add_variable_from_reference(self, reference_variable, name=None, initializer="zeros"):
        return self.add_variable(tuple(_k.dims(reference_variable)), initializer, _k.dtype_of(reference_variable),
                                 name=name or "var")

    def add_optimizer_variables(self, trainable_variables, name, initializer="zeros"):
        names = [name] if isinstance(name, str) else list(name)
        firsts = [initializer] * len(names) if isinstance(initializer, str) or not isinstance(initializer, (list, tuple)) \
            else list(initializer)
        made = tuple([self.add_variable_from_reference(v, each, first) for v in trainable_variables]
                     for each, first in zip(names, firsts))
        return made[0] if isinstance(name, str) else made

    def set_weights(self, weights):
        if not self.built:
            raise ValueError("You are calling `set_weights()` on an optimizer that has not yet been built. Please call "
                             "`optimizer.build(trainable_variables)` to create the optimizer weights before calling "
                             "`set_weights()`.")
        for variable, weight in zip(self._own, weights):
            variable.assign(weight)

    # ---- The rate ----

    @property
    def learning_rate(self):
        return self._current_rate()

    @learning_rate.setter
    def learning_rate(self, value):
        if isinstance(self._rate, keras.optimizers.schedules.LearningRateSchedule):
            raise TypeError("This optimizer was created with a `LearningRateSchedule` object as its `learning_rate` constructor "
                            "argument, hence its learning rate is not settable. If you need the learning rate to be settable, "
                            "you should instantiate the optimizer with a float `learning_rate` argument.")
        self._rate.assign(value)

    def _current_rate(self):
        if isinstance(self._rate, keras.optimizers.schedules.LearningRateSchedule):
            return _k.convert_to_tensor(self._rate(int(self.iterations)), "float32")
        return self._rate if not callable(self._rate) else self._rate()

    # ---- Steps ----

    def assign(self, variable, value):
        variable.assign(value)

    def assign_add(self, variable, value):
        variable.assign_add(value)

    def assign_sub(self, variable, value):
        variable.assign_sub(value)

    def update_step(self, gradient, variable, learning_rate):
        raise NotImplementedError

    def scale_loss(self, loss):
        return loss

    def apply_gradients(self, grads_and_vars):
        grads, variables = zip(*grads_and_vars)
        self.apply(list(grads), list(variables))
        return self.iterations

    def apply(self, grads, trainable_variables=None):
        if not grads:
            return
        if trainable_variables is None:
            if not self.built:
                raise ValueError("When passing `grads` without `variables`, the optimizer must already be built on a list of "
                                 "variables. Call `optimizer.build(trainable_variables)` first. ")
            if len(grads) != len(self._places):
                raise ValueError("When passing `grads` as a list of gradient tensors, the gradients must match "
                                 f"`optimizer.variables` one-to-on. Received a list of {len(grads)} gradients, but the "
                                 f"optimizer is tracking {len(self._trainable_variables)} trainable variables.")
            trainable_variables = self._trainable_variables
        else:
            trainable_variables = list(trainable_variables)
            if not self.built:
                self.build(trainable_variables)
                self.built = True
            for variable in trainable_variables:
                if self._key(variable) not in self._places:
                    raise ValueError(f"Unknown variable: {variable}. This optimizer can only be called for the variables it was "
                                     "originally built with. When working with a new set of variables, you should recreate a "
                                     "new optimizer instance.")
        pairs = [(g, v) for g, v in zip(grads, trainable_variables) if g is not None]
        if not pairs:
            raise ValueError("No gradients provided for any variable.")
        if len(pairs) < len(grads):
            missing = [v.path for g, v in zip(grads, trainable_variables) if g is None]
            warnings.warn(f"Gradients do not exist for variables {missing} when minimizing the loss. If using "
                          "`model.compile()`, did you forget to provide a `loss` argument?")
        grads, variables = self._clipped([g for g, _ in pairs]), [v for _, v in pairs]
        self._decay(variables)
        self._update(grads, variables, self._current_rate())
        self.iterations.assign_add(1)
        for variable in variables:
            if getattr(variable, "constraint", None) is not None:
                variable.assign(variable.constraint(variable))

    def _update(self, grads, variables, learning_rate):
        for gradient, variable in zip(grads, variables):
            self.update_step(gradient, variable, learning_rate)

    def _clipped(self, grads):
        if self.clipnorm and self.clipnorm > 0:
            return [self._by_norm(g, self.clipnorm, _k.sqrt(_k.sum(_k.square(g)))) for g in grads]
        if self.global_clipnorm and self.global_clipnorm > 0:
            total = _k.sqrt(sum((_k.sum(_k.square(g)) for g in grads), 0.0))
            return [self._by_norm(g, self.global_clipnorm, total) for g in grads]
        if self.clipvalue and self.clipvalue > 0:
            return [_k.clip(g, -float(self.clipvalue), float(self.clipvalue)) for g in grads]
        return grads

    def _by_norm(self, gradient, most, norm):
        return _k.divide(_k.multiply(gradient, most), _k.maximum(norm, most))

    def exclude_from_weight_decay(self, var_list=None, var_names=None):
        self._kept_from_decay.update(self._key(v) for v in var_list or [])
        self._kept_names = list(var_names or [])

    def _kept(self, variable):
        return self._key(variable) in self._kept_from_decay or any(i in variable.name for i in self._kept_names)

    def _decay(self, variables):
        if self.weight_decay is None:
            return
        for variable in variables:
            if self._kept(variable):
                continue
            variable.assign(_k.subtract(variable, _k.multiply(_k.multiply(variable, self.weight_decay), self._current_rate())))

    def finalize_variable_values(self, var_list):
        """Nothing is averaged."""

    def get_config(self):
        rate = self._rate
        if isinstance(rate, keras.optimizers.schedules.LearningRateSchedule):
            rate = {"module": "keras.optimizers.schedules", "class_name": type(rate).__name__, "config": rate.get_config(),
                    "registered_name": None}
        else:
            rate = float(self._current_rate())
        return {"name": self.name, "learning_rate": rate, "weight_decay": self.weight_decay, "clipnorm": self.clipnorm,
                "global_clipnorm": self.global_clipnorm, "clipvalue": self.clipvalue, "use_ema": self.use_ema,
                "ema_momentum": self.ema_momentum, "ema_overwrite_frequency": self.ema_overwrite_frequency,
                "loss_scale_factor": self.loss_scale_factor, "gradient_accumulation_steps": self.gradient_accumulation_steps}

    @classmethod
    def from_config(cls, config, custom_objects=None):
        return cls(**config)
