# from_config of the base classes that users derive from.
import keras


class Most(keras.metrics.Metric):
    def __init__(self, scale=1.0, name="most", **kwargs):
        super().__init__(name=name, **kwargs)
        self.scale = scale

    def get_config(self):
        return {"name": self.name, "scale": self.scale}


class Penalty(keras.regularizers.Regularizer):
    def __init__(self, weight=0.1):
        self.weight = weight

    def __call__(self, x):
        return self.weight * keras.ops.sum(keras.ops.abs(x))

    def get_config(self):
        return {"weight": self.weight}


class Filled(keras.initializers.Initializer):
    def __init__(self, value=2.0):
        self.value = value

    def __call__(self, shape, dtype=None):
        return keras.ops.full(shape, self.value)

    def get_config(self):
        return {"value": self.value}


class Bound(keras.constraints.Constraint):
    def __init__(self, most=1.0):
        self.most = most

    def __call__(self, w):
        return keras.ops.clip(w, -self.most, self.most)

    def get_config(self):
        return {"most": self.most}


class Gap(keras.losses.Loss):
    def __init__(self, power=2, **kwargs):
        super().__init__(**kwargs)
        self.power = power

    def call(self, y_true, y_pred):
        return keras.ops.mean((y_true - y_pred) ** self.power, axis=-1)

    def get_config(self):
        return dict(super().get_config(), power=self.power)


for thing in (Most(3.0), Penalty(0.5), Filled(4.0), Bound(0.25), Gap(4, name="gap")):
    config = thing.get_config()
    again = type(thing).from_config(config)
    print(type(again).__name__, config, again.get_config() == config)
print(Penalty.from_config({"weight": 2.0}).weight, Filled.from_config({}).value, Bound.from_config({"most": 3}).most)
for kind in (Penalty, Filled):
    try:
        kind.from_config({"nothing": 1})
    except TypeError as error:
        print(type(error).__name__, error)
print(keras.layers.Dense.from_config({"units": 3}).units, keras.Sequential.from_config({"name": "s", "layers": []}).name)
keras.utils.clear_session()
print(keras.layers.Dense(1).name, keras.layers.Dense(1).name)
