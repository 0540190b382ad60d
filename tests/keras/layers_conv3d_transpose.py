# close: Conv3DTranspose, SpatialDropout3D
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers

r = np.random.RandomState(3)
x = r.uniform(-1, 1, (2, 3, 4, 5, 2)).astype("float32")
for layer in (layers.Conv3DTranspose(3, 2), layers.Conv3DTranspose(2, 3, strides=2, padding="same", activation="tanh"),
              layers.Conv3DTranspose(2, (3, 2, 3), strides=(2, 1, 3), output_padding=(1, 0, 2)),
              layers.Conv3DTranspose(2, (1, 2, 1), strides=(3, 2, 3), use_bias=False)):
    layer(x)
    layer.set_weights([r.uniform(-0.4, 0.4, w.shape) for w in layer.get_weights()])
    y = np.asarray(layer(x))
    print([tuple(w.shape) for w in layer.weights], y.shape, y[1, 1, 1, 1].tolist(), float(np.abs(y).mean()))
    print(layer.compute_output_shape((None, 3, 4, 5, 2)))
model = keras.Sequential([keras.Input((3, 4, 5, 2)), layers.Conv3DTranspose(2, 2, strides=2, padding="same"),
                          layers.SpatialDropout3D(0.0), layers.Conv3D(1, 3)])
model.set_weights([r.uniform(-0.4, 0.4, w.shape) for w in model.get_weights()])
model.compile("sgd", "mse")
print(model.fit(x, r.rand(2, 4, 6, 8, 1), epochs=2, verbose=0).history["loss"])
model.summary()
drop = layers.SpatialDropout3D(0.5)
y = np.asarray(drop(np.ones((8, 2, 3, 2, 6), "float32"), training=True))
print(sorted(set(y.ravel().tolist())), bool((y == y[:, :1, :1, :1]).all()), np.asarray(drop(x)).shape, drop.compute_output_shape((None, 2, 3, 2, 6)))
print(list(layers.Conv3DTranspose(2, 3).get_config()), drop.get_config())
for call in ("layers.Conv3DTranspose(0, 2)", "layers.Conv3DTranspose(2, 2, strides=2, dilation_rate=2)",
        "layers.SpatialDropout3D(2.0)",
             "layers.Conv3DTranspose(2, 2, strides=2, output_padding=2)", "layers.Conv3DTranspose(2, 2)(x[0])"):
    try:
        print(call, "gives", eval(call))
    except Exception as error:
        print(call, type(error).__name__, str(error).split("Received: output")[0])
