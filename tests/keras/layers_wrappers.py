# close
import numpy as np
import keras
from keras import layers
r = np.random.RandomState(0)
x, y = r.randn(7, 5, 3).astype("float32"), r.randn(7, 2).astype("float32")
for layer in (layers.Bidirectional(layers.LSTM(3)), layers.Bidirectional(layers.GRU(3, return_sequences=True), merge_mode="sum"),
              layers.Bidirectional(layers.SimpleRNN(3, return_sequences=True), merge_mode="ave"),
              layers.Bidirectional(layers.LSTM(3), merge_mode="mul"),
              layers.Bidirectional(layers.LSTM(3), backward_layer=layers.GRU(3, go_backwards=True)),
              layers.TimeDistributed(layers.Dense(4, activation="relu"))):
    model = keras.Sequential([keras.Input((5, 3)), layer, layers.Flatten(), layers.Dense(2)])
    print(layer.name, [(w.path, w.shape) for w in layer.weights], model.layers[0].count_params())
    model.set_weights([r.randn(*w.shape) * 0.3 for w in model.get_weights()])
    model.compile(keras.optimizers.SGD(0.05), "mse")
    history = model.fit(x, y, epochs=2, batch_size=3, shuffle=False, verbose=0)
    print(history.history["loss"][-1] / 4, (model.predict(x, verbose=0).sum(axis=1)[:3] / 8).tolist())
    print([np.abs(w).mean() for w in model.get_weights()])
print([key for key in layer.get_config()], layer.get_config()["layer"]["class_name"])
inputs = keras.Input((5, 3))
outputs = layers.Bidirectional(layers.LSTM(4, return_sequences=True, return_state=True), merge_mode=None)(inputs)
print([o.shape for o in outputs])
images = r.rand(4, 3, 6, 6, 2).astype("float32")
model = keras.Sequential([keras.Input((3, 6, 6, 2)), layers.TimeDistributed(layers.Conv2D(2, 3, activation="relu")),
                          layers.TimeDistributed(layers.MaxPooling2D()), layers.TimeDistributed(layers.Flatten()),
                          layers.LSTM(3), layers.Dense(1)])
model.set_weights([np.abs(r.randn(*w.shape)) * 0.3 for w in model.get_weights()])
model.compile("sgd", "mse")
history = model.fit(images, r.rand(4, 1), epochs=2, batch_size=3, shuffle=False, verbose=0)
print(history.history["loss"][-1], model.predict(images, verbose=0).ravel().tolist())
model.summary()
for f in (lambda: layers.Bidirectional(3), lambda: layers.Bidirectional(layers.LSTM(3), merge_mode="x"),
          lambda: layers.Bidirectional(layers.LSTM(3), backward_layer=layers.LSTM(3))):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, str(e)[:60])
