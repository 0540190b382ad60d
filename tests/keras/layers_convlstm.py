# close: ConvLSTM1D and ConvLSTM2D
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers

r = np.random.RandomState(3)
pictures = r.uniform(-1, 1, (4, 3, 5, 6, 2)).astype("float32")
rows = r.uniform(-1, 1, (4, 3, 7, 2)).astype("float32")


def weighted(layer, x):
    layer(x)
    layer.set_weights([r.uniform(-0.4, 0.4, w.shape) for w in layer.get_weights()])
    return layer


layer = weighted(layers.ConvLSTM2D(3, (2, 3), strides=(2, 1), padding="same", go_backwards=True), pictures)
print([(w.name, tuple(w.shape)) for w in layer.weights])
print(np.asarray(layer(pictures))[0, 0, 0].tolist(), layer.compute_output_shape((None, 3, 5, 6, 2)))
out, h, c = weighted(layers.ConvLSTM1D(2, 3, dilation_rate=2, return_state=True), rows)(rows)
print(out.shape, np.asarray(h)[0, 0].tolist(), np.asarray(c)[0, 0].tolist())
model = keras.Sequential([keras.Input((3, 5, 6, 2)), layers.ConvLSTM2D(2, 3, return_sequences=True,
        activity_regularizer="l2"),
                          layers.ConvLSTM2D(1, 2, dropout=0.0), layers.Flatten(), layers.Dense(1)])
model.set_weights([r.uniform(-0.4, 0.4, w.shape) for w in model.get_weights()])
model.compile("sgd", "mse")
print(model.fit(pictures, r.rand(4, 1), epochs=3, batch_size=2, shuffle=False, verbose=0).history["loss"])
print(model.predict(pictures, verbose=0).ravel().tolist())
config = layers.ConvLSTM2D(4, 3, dropout=0.25).get_config()
print(list(config), layers.ConvLSTM2D.from_config(config).dropout)
model.summary()
for call in ("layers.ConvLSTM2D(2, 3)(rows)", "layers.ConvLSTM2D(2, 3, strides=2, dilation_rate=2)",
        "layers.ConvLSTM1D(2, (3, 3))",
             "layers.ConvLSTM1D(2, 3, padding='causal')", "layers.ConvLSTM1D('a', 3)(rows)"):
    try:
        print(call, "gives", eval(call))
    except Exception as error:
        print(call, type(error).__name__)
