# close
import numpy as np
import keras
from keras import layers
r = np.random.RandomState(0)
steps = r.rand(2, 3, 4).astype("float32")
images = r.rand(2, 4, 5, 3).astype("float32")
for layer in (layers.Permute((3, 1, 2)), layers.ZeroPadding2D(), layers.ZeroPadding2D((1, 2)),
              layers.ZeroPadding2D(((1, 0), (0, 2))), layers.ZeroPadding2D(2, data_format="channels_first"),
              layers.Cropping2D(1), layers.Cropping2D(((1, 1), (0, 2))), layers.UpSampling2D(),
              layers.UpSampling2D((2, 3), interpolation="bilinear"), layers.UpSampling2D(2, data_format="channels_first"),
              layers.Flatten(data_format="channels_first"), layers.Softmax(axis=1), layers.ZeroPadding1D(2),
              layers.ZeroPadding1D((0, 2)), layers.Cropping1D((1, 0)), layers.UpSampling1D(3), layers.Permute((2, 1)),
              layers.RepeatVector(3)):
    spatial = layer.get_config().get("dims") == (2, 1) or layer.name[-2:] == "1d" or "1d_" in layer.name
    x = steps[:, 0] if layer.name == "repeat_vector" else steps if spatial else images
    y = np.array(layer(x))
    print(list(layer.get_config().items())[3:], y.shape, y.mean(), (y.ravel() * np.arange(y.size) % 1).mean())
model = keras.Sequential([keras.Input((6, 5, 2)), layers.ZeroPadding2D((1, 2)), layers.Conv2D(3, 3, activation="tanh"),
                          layers.UpSampling2D((2, 1)), layers.Cropping2D(((1, 2), (0, 1))), layers.Permute((3, 2, 1)),
                          layers.UpSampling2D(2, interpolation="bilinear"), layers.Flatten(), layers.RepeatVector(3),
                          layers.UpSampling1D(2), layers.Cropping1D(1), layers.ZeroPadding1D((0, 1)),
                          layers.Conv1D(2, 2), layers.GlobalAveragePooling1D()])
model.set_weights([(r.rand(*w.shape) - 0.5) / 10 for w in model.get_weights()])
model.compile("sgd", "mse")
history = model.fit(r.rand(5, 6, 5, 2), r.rand(5, 2), epochs=3, batch_size=3, verbose=0, shuffle=False)
print(history.history["loss"])
print([np.abs(w).mean() for w in model.get_weights()])
for f in (lambda: layers.Permute((0, 1)), lambda: layers.RepeatVector(2.0), lambda: layers.RepeatVector(0),
          lambda: layers.UpSampling1D(-1), lambda: layers.ZeroPadding2D((1, 2, 3)), lambda: layers.ZeroPadding2D((1, -2)),
          lambda: layers.Cropping2D(-1)):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)
