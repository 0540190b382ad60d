# close
import numpy as np, keras
from keras import layers
x = np.random.RandomState(0).rand(2, 5, 6, 4, 3).astype("float32")
for l in (layers.Conv3D(2, 3), layers.Conv3D(4, (2, 3, 2), strides=(2, 1, 2), padding="same", activation="relu", use_bias=False), layers.Conv3D(2, 2, dilation_rate=(2, 1, 1)),
          layers.MaxPooling3D(), layers.MaxPooling3D((3, 2, 2), strides=(2, 2, 1), padding="same"), layers.AveragePooling3D(2), layers.AveragePooling3D((2, 3, 2), strides=2, padding="same"),
          layers.GlobalMaxPooling3D(), layers.GlobalAveragePooling3D(keepdims=True), layers.ZeroPadding3D(), layers.ZeroPadding3D(((1, 0), (0, 2), (1, 1))), layers.Cropping3D((1, 2, 1)), layers.UpSampling3D((2, 1, 3))):
    l(x); r = np.random.RandomState(7); l.set_weights([r.rand(*w.shape) - .5 for w in l.get_weights()])
    y = l(x).numpy(); print(l.name, y.shape, round(float(np.tanh(y).mean()), 5), [float(np.tanh(i)) for i in y.reshape(-1)[[0, -1]]], [tuple(w.shape) for w in l.weights])
    c = l.get_config(); c.pop("dtype"); print({k: v for k, v in c.items() if not isinstance(v, dict)})
    if hasattr(l, "pool_size") or hasattr(l, "filters") or hasattr(l, "keepdims"): print(l.compute_output_shape((None, 5, 6, 4, 3)))
i = keras.Input((5, 6, 4, 3)); h = layers.Conv3D(4, 2, activation="relu")(i); h = layers.MaxPool3D(2, padding="same")(h); h = layers.AveragePooling3D((1, 2, 1))(h); h = layers.GlobalAveragePooling3D()(layers.UpSampling3D()(h))
m = keras.Model(i, layers.Dense(2)(h)); r = np.random.RandomState(3); m.set_weights([r.rand(*w.shape) - .5 for w in m.get_weights()]); m.summary()
m.compile("sgd", "mse"); print([round(v, 6) for v in m.fit(x, np.ones((2, 2)) * .3, epochs=3, verbose=0).history["loss"]], m.layers[1].kernel.shape, m.layers[1].bias.shape)
for f in (lambda: layers.Conv3D(0, 2), lambda: layers.ZeroPadding3D((1, 2))):
    try: f()
    except ValueError as e: print(str(e)[:60])
