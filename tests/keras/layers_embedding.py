# close
import numpy as np
import keras
from keras import layers
r = np.random.RandomState(0)
x, y = r.randint(0, 11, (9, 6)), r.randint(0, 2, (9, 1))
e = layers.Embedding(11, 4, embeddings_regularizer="l2")
for optimizer in (keras.optimizers.SGD(0.1), keras.optimizers.Adam(0.01), keras.optimizers.RMSprop(0.01)):
    model = keras.Sequential([keras.Input((6,)), e, layers.LSTM(3), layers.Dense(1, activation="sigmoid")])
    model.set_weights([r.randn(*w.shape) * 0.3 for w in model.get_weights()])
    model.compile(optimizer, "binary_crossentropy", metrics=["accuracy"])
    history = model.fit(x, y, epochs=2, batch_size=4, shuffle=False, verbose=0)
    print(history.history["loss"][-1], [np.abs(w).mean() for w in model.get_weights()])
print(e.get_config(), e.name)
model = keras.Sequential([layers.Embedding(7, 3), layers.LSTM(2)])
print(model.built, np.array(model(np.array([[1, 2, 0, 0], [1, 2, 3, 0]]))).shape, model.input_shape)
print(np.array(e(np.array([[1, 2], [3, 1]]))).shape, [(w.path, w.shape) for w in e.weights])
table = r.rand(5, 2).astype("float32")
print(np.array(layers.Embedding(5, 2, weights=[table])(np.array([[4, 0]]))) - table[[4, 0]])
for f in (lambda: layers.Embedding(0, 3), lambda: layers.Embedding(3, 2.5)):
    try:
        print("no error", f())
    except Exception as error:
        print(type(error).__name__, error)
x = r.randint(0, 4, (9, 6))
for layer in (layers.LSTM(3), layers.GRU(3, reset_after=False), layers.GRU(3, go_backwards=True), layers.SimpleRNN(3),
              layers.Bidirectional(layers.LSTM(3, return_sequences=True)), layers.LSTM(3, return_sequences=True)):
    sequences = "'return_sequences': True" in str(layer.get_config())
    rest = [layers.Dropout(0.0), layers.SimpleRNN(2)] if sequences else []
    model = keras.Sequential([keras.Input((6,)), layers.Embedding(11, 4, mask_zero=True), layer] + rest + [layers.Dense(1)])
    model.set_weights([r.randn(*w.shape) * 0.3 for w in model.get_weights()])
    model.compile("sgd", "mse")
    history = model.fit(x, y, epochs=2, batch_size=4, shuffle=False, verbose=0)
    print(history.history["loss"][-1], model.predict(x, verbose=0).ravel()[:4].tolist())
    print([np.abs(w).mean() for w in model.get_weights()])
steps = r.randn(4, 5, 3).astype("float32")
steps[:, 3:] = -1
steps[2] = -1
model = keras.Sequential([keras.Input((5, 3)), layers.Masking(-1.0), layers.LSTM(3)])
model.set_weights([r.randn(*w.shape) * 0.3 for w in model.get_weights()])
print(model.predict(steps, verbose=0).tolist(), model.layers[0].get_config())
