# close
import numpy as np
import keras
from keras import layers
r = np.random.RandomState(0)
x, y = r.randn(7, 5, 3).astype("float32"), r.randn(7, 2).astype("float32")
first = layers.SimpleRNN(4)
for layer in (first, layers.SimpleRNN(4, use_bias=False), layers.SimpleRNN(3, activation="relu", go_backwards=True, return_sequences=True, kernel_regularizer="l2", recurrent_constraint="max_norm", unroll=True)):
    model = keras.Sequential([keras.Input((5, 3)), layer, layers.Flatten(), layers.Dense(2)])
    print(layer.name, [(w.path, w.shape) for w in layer.weights], model.output_shape)
    model.set_weights([r.randn(*w.shape) * 0.3 for w in model.get_weights()])
    model.compile(keras.optimizers.SGD(0.05), "mse")
    history = model.fit(x, y, epochs=2, batch_size=3, shuffle=False, verbose=0)
    print(history.history["loss"][-1] / 4, (model.predict(x, verbose=0).sum(axis=1)[:3] / 8).tolist())
    print([np.abs(w).mean() for w in model.get_weights()])
print(first.get_config())
whole = layers.SimpleRNN(3, return_sequences=True, return_state=True)
outputs = whole(x)
print([np.array(o).shape for o in outputs], np.array(outputs[0])[:, -1].ravel()[:2] == np.array(outputs[1]).ravel()[:2])
z = layers.SimpleRNN(3)
states = [np.zeros((7, 3), "float32") + 0.1 for _ in outputs[1:]]
z.build((None, 5, 3))
z.set_weights([r.randn(*w.shape) * 0.3 for w in z.get_weights()])
print(np.array(z(x, initial_state=states))[:2].tolist())
print(np.array(z(x))[:2].tolist())
dropping = layers.SimpleRNN(3, dropout=0.5, recurrent_dropout=0.25)
print(np.array(dropping(x)).shape, np.abs(np.array(dropping(x)) - np.array(dropping(x, training=True))).max() > 0)
for f in (lambda: layers.SimpleRNN(0), lambda: layers.SimpleRNN(3)(np.ones((2, 3))), lambda: layers.SimpleRNN(3, activation="foo")):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)
