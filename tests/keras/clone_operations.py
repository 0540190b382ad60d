"""clone_model() of models whose graph holds operations; masks that are inputs; probabilities as narrow floats."""
import keras
import numpy as np
from keras import layers, ops

inputs = keras.Input((3,))
first, second = layers.Dense(4, name="first")(inputs), layers.Dense(4, name="second")(inputs)
outputs = layers.Dense(1, name="last")(ops.exp(first * 2.0) + second) * 3.0
model = keras.Model(inputs, outputs)
twin = keras.models.clone_model(model)
twin.set_weights(model.get_weights())
x = np.linspace(0, 1, 12).reshape(4, 3)
print(np.abs(model.predict(x, verbose=0) - twin.predict(x, verbose=0)).max() < 1e-6, twin.count_params())
model.get_layer("last").set_weights([np.zeros((4, 1)), np.ones(1)])
print(model.predict(x, verbose=0)[0], np.abs(twin.predict(x, verbose=0) - model.predict(x, verbose=0)).max() > 0)

serialized = keras.regularizers.serialize(keras.regularizers.L2(0.5))
print(type(keras.regularizers.get(serialized)).__name__, layers.Dense(2, kernel_regularizer=serialized).kernel_regularizer.get_config())

steps, mask = keras.Input((5, 2)), keras.Input((5,), dtype="bool")
reader = keras.Model([steps, mask], layers.GRU(2)(layers.GRU(3, return_sequences=True)(steps, mask=mask)))
data = np.arange(20, dtype="float32").reshape(2, 5, 2) / 20
known = np.array([[True, True, True, False, False], [True] * 5])
changed = data.copy()
changed[0, 3:] = 9
a, b = reader.predict([data, known], verbose=0), reader.predict([changed, known], verbose=0)
print(a.shape, np.abs(a - b).max() < 1e-6, np.abs(reader.predict([changed, known | True], verbose=0) - a).max() > 1e-4)

thirds = np.array([0.33333, 0.33333, 0.33333], dtype="float32")
print(np.random.choice(3, p=thirds) in (0, 1, 2), np.random.default_rng(1).choice(3, p=thirds) in (0, 1, 2))
try:
    np.random.choice(3, p=thirds.astype("float64"))
except ValueError as error:
    print(type(error).__name__)
