# close
import numpy as np, keras
from keras import ops, layers
class MySGD(keras.optimizers.Optimizer):
    def __init__(self, learning_rate=0.1, momentum=0.9, name="my_sgd", **kwargs):
        super().__init__(learning_rate=learning_rate, name=name, **kwargs)
        self.momentum = momentum
    def build(self, variables):
        if self.built:
            return
        super().build(variables)
        self.momentums = []
        for variable in variables:
            self.momentums.append(self.add_variable_from_reference(reference_variable=variable, name="momentum"))
    def update_step(self, gradient, variable, learning_rate):
        lr = ops.cast(learning_rate, variable.dtype)
        gradient = ops.cast(gradient, variable.dtype)
        m = self.momentums[self._get_variable_index(variable)]
        new = ops.subtract(ops.multiply(m, self.momentum), ops.multiply(gradient, lr))
        self.assign(m, new)
        self.assign_add(variable, new)
    def get_config(self):
        config = super().get_config()
        config.update({"momentum": self.momentum})
        return config
class Plain(keras.optimizers.Optimizer):
    def update_step(self, gradient, variable, learning_rate):
        self.assign_sub(variable, ops.multiply(gradient, learning_rate))
rng = np.random.RandomState(3)
x = rng.rand(20, 3).astype("float32"); y = rng.rand(20, 2).astype("float32")
for opt in (MySGD(0.05), keras.optimizers.SGD(0.05, momentum=0.9), Plain(learning_rate=0.1), keras.optimizers.SGD(0.1)):
    rng = np.random.RandomState(5)
    model = keras.Sequential([keras.Input((3,)), layers.Dense(2)])
    model.set_weights([(rng.rand(*w.shape).astype("float32") - .3) for w in model.get_weights()])
    model.compile(optimizer=opt, loss="mse", metrics=["mae"])
    h = model.fit(x, y, epochs=2, shuffle=False, batch_size=4, verbose=0)
    print([round(i, 5) for i in h.history["loss"]], round(h.history["mae"][-1], 5), float(opt.learning_rate), int(opt.iterations))
    print(len(opt.variables), opt.name)
print(MySGD().get_config()["momentum"], sorted(MySGD().get_config()))
