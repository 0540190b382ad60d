"""keras.layers.RandomCrop: windows at random, the same for all images of a batch."""
import numpy as np
import keras
from keras import layers

x = np.arange(2 * 5 * 6 * 2, dtype="float32").reshape(2, 5, 6, 2)
layer = layers.RandomCrop(3, 2, seed=1)
print(layer.get_config(), layer.compute_output_shape((None, 5, 6, 2)))
print(layer(x).shape, layer(x, training=True).shape, layer(x, training=False).shape, layer(x[0]).shape)
places = set()
for _ in range(200):
    made = layer(x).numpy()
    row, column = divmod(int(made[0, 0, 0, 0]) // 2, 6)
    assert np.array_equal(made, x[:, row:row + 3, column:column + 2]), (row, column)
    places.add((row, column))
print(len(places), min(places), max(places))
print("where the window is not inside")
for size in ((8, 4), (3, 6), (5, 6), (7, 7), (2, 9)):
    print(size, layers.RandomCrop(*size)(x)[1, :, :, 1].numpy().round(3).tolist())
first = layers.RandomCrop(3, 2, data_format="channels_first")(np.moveaxis(x, -1, 1))
print(first.shape)

print("in a model")
model = keras.Sequential([keras.Input((5, 6, 2)), layers.RandomCrop(3, 2), layers.Flatten(), layers.Dense(1)])
model.summary()
model.compile("sgd", "mse")
model.fit(x, np.zeros(2), epochs=2, verbose=0)
print(model(x, training=True).shape, keras.Input((5, 6, 2)).shape, layer(keras.Input((5, 6, 2))).shape)
