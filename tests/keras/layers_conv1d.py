# close
import numpy as np, keras
from keras import layers
x = np.random.RandomState(0).rand(2, 7, 3).astype("float32")
for l in (layers.Conv1DTranspose(4, 3), layers.Conv1DTranspose(2, 4, strides=3, padding="same", activation="tanh", use_bias=False), layers.Conv1DTranspose(2, 2, strides=2, padding="valid", kernel_regularizer="l2"),
          layers.DepthwiseConv1D(3, depth_multiplier=2), layers.DepthwiseConv1D(2, strides=2, padding="same", activation="relu"), layers.DepthwiseConv1D(2, dilation_rate=2),
          layers.SeparableConv1D(4, 3), layers.SeparableConv1D(5, 2, strides=2, padding="same", depth_multiplier=2, use_bias=False), layers.SeparableConv1D(2, 3, dilation_rate=2, padding="same")):
    l(x); r = np.random.RandomState(7); l.set_weights([r.rand(*w.shape) - .5 for w in l.get_weights()])
    y = l(x).numpy(); print(l.name, y.shape, y.round(5)[1, -1].tolist(), [tuple(w.shape) for w in l.weights], [w.path for w in l.weights][:1])
    c = l.get_config(); c.pop("dtype"); print({k: v for k, v in c.items() if not isinstance(v, dict)})
i = keras.Input((7, 3)); h = layers.SeparableConv1D(4, 3, padding="same", activation="relu")(i); h = layers.DepthwiseConv1D(2)(h); h = layers.Conv1DTranspose(2, 3, strides=2)(h)
m = keras.Model(i, layers.GlobalAveragePooling1D()(h)); r = np.random.RandomState(3); m.set_weights([r.rand(*w.shape) - .5 for w in m.get_weights()]); m.summary()
m.compile("sgd", "mse"); print([round(v, 6) for v in m.fit(x, np.ones((2, 2)) * .3, epochs=3, verbose=0).history["loss"]])
for f in (lambda: layers.Conv1DTranspose(0, 2), lambda: layers.DepthwiseConv1D(2, depth_multiplier=0)):
    try: f()
    except ValueError as e: print(str(e)[:120])
