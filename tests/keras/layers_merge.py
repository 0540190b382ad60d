# close
import numpy as np
import keras
from keras import layers
r = np.random.RandomState(0)
a = r.rand(2, 3, 4).astype("float32")
b = r.rand(2, 3, 4).astype("float32")
c = r.rand(2, 4).astype("float32")


def show(y):
    y = np.array(y)
    print(y.shape, y.mean(), (y.ravel() * np.arange(y.size) % 1).mean())


for layer in (layers.Add(), layers.Average(), layers.Maximum(), layers.Minimum(), layers.Multiply(), layers.Subtract(),
              layers.Concatenate(), layers.Concatenate(axis=1), layers.Dot(axes=2), layers.Dot(axes=(1, 1)),
              layers.Dot(axes=-1, normalize=True)):
    print(layer.name, list(layer.get_config().items())[3:])
    show(layer([a, b]))
show(layers.Add()([a, b, c]))
show(layers.Dot(axes=1)([c, c]))
show(layers.add([a, b]))
show(layers.subtract([a, b]))
show(layers.multiply([a, b]))
show(layers.average([a, b, a]))
show(layers.maximum([a, b]))
show(layers.minimum([a, b]))
show(layers.concatenate([a, b], axis=1))
show(layers.dot([a, b], axes=(2, 2), normalize=True))
x, y = keras.Input((4,)), keras.Input((4,))
z = layers.concatenate([layers.maximum([x, y]), layers.minimum([x, y], name="low"), layers.Dense(3)(x)], name="all")
print(z.shape, [layer.name for layer in keras.Model([x, y], z).layers])
model = keras.Model([x, y], layers.Dense(1)(z))
model.set_weights([r.rand(*w.shape) - 0.5 for w in model.get_weights()])
model.compile("sgd", "mse")
history = model.fit([c[:, :4], c[::-1]], np.ones((2, 1)), epochs=3, verbose=0, shuffle=False)
print(history.history["loss"])
print([np.abs(w).mean() for w in model.get_weights()])
for f in (lambda: layers.Dot(axes=1.5), lambda: layers.Dot(axes=(1, 2, 3)), lambda: layers.Dot(axes=(1, 2))([a, b]),
          lambda: layers.Concatenate()([a, c]), lambda: layers.Add()([a, np.ones((2, 5, 4))]),
          lambda: layers.add([a, np.ones((3, 3, 4))])):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)
