# Optimizers and their rates.
import keras, numpy as np
from keras import optimizers, layers
o = optimizers.Adam(learning_rate=0.01)
print(o.name, round(float(o.learning_rate), 6))
o.learning_rate = 0.5
print(float(o.learning_rate))
m = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
m.compile(o, "mse")
print(m.optimizer is o, m.optimizer.learning_rate)
m.optimizer.learning_rate.assign(0.25) if hasattr(m.optimizer.learning_rate, "assign") else None
print(float(m.optimizer.learning_rate), m.optimizer.learning_rate.numpy())
print(keras.optimizers.get("adam").name, type(optimizers.get("sgd")).__name__)
print(optimizers.SGD(0.1).get_config()["learning_rate"])
print(int(o.iterations))
m.fit(np.ones((4, 2)), np.ones(4), verbose=0, batch_size=2)
print(int(o.iterations))
