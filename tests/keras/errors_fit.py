# What fit, evaluate and predict refuse.
import keras, numpy as np
from keras import layers
def attempt(f):
    try:
        f()
    except Exception as e:
        text = str(e)
        if "\x1b[1m" in text:  # what Keras wraps into "Exception encountered when calling ..." is the message
            text = text.split("\x1b[1m")[1].split("\x1b[0m")[0]
        print(type(e).__name__, "|", text.replace("TensorFlowTrainer.", "").strip())
x = np.ones((6, 3)); y = np.array([0, 1, 2, 0, 1, 2])
def fresh(loss="sparse_categorical_crossentropy", units=3, activation="softmax", metrics=None):
    keras.backend.clear_session()
    m = keras.Sequential([keras.Input((3,)), layers.Dense(units, activation=activation)])
    m.compile("sgd", loss, metrics=metrics)
    return m
m = keras.Sequential([keras.Input((3,)), layers.Dense(3)])
attempt(lambda: m.fit(x, y))
attempt(lambda: m.evaluate(x, y))
attempt(lambda: fresh().fit(x[:, :2], y, verbose=0))
attempt(lambda: fresh().fit(x, y[:5], verbose=0))
attempt(lambda: fresh().evaluate(x[:4], y[:5], verbose=0))
attempt(lambda: fresh().predict(np.ones((2, 4)), verbose=0))
attempt(lambda: fresh("categorical_crossentropy").fit(x, y, verbose=0))
attempt(lambda: fresh("categorical_crossentropy").fit(x, np.ones((6, 4)), verbose=0))
attempt(lambda: fresh("binary_crossentropy", 3, "sigmoid").fit(x, y, verbose=0))
attempt(lambda: fresh().fit(x, np.ones((6, 3)), verbose=0))
attempt(lambda: fresh().fit(x, y, wrong=1))
attempt(lambda: fresh().fit(x, y, validation_data=(x, y[:3]), verbose=0))
attempt(lambda: fresh().predict())
attempt(lambda: fresh(None).fit(x, y, verbose=0))
attempt(lambda: fresh("nonsense"))
attempt(lambda: fresh(metrics=["nonsense"]).fit(x, y, verbose=0))
attempt(lambda: m.compile("nonsense", "mse"))
attempt(lambda: m.compile(optimizer=3, loss="mse"))
