# get_weights, set_weights.
import keras, numpy as np
from keras import layers
m = keras.Sequential([keras.Input((2,)), layers.Dense(3, kernel_initializer="zeros"), layers.Dense(1, kernel_initializer="ones")])
w = m.get_weights()
print(len(w), [v.shape for v in w], w[0].dtype, type(w))
print(w)
m.set_weights([np.full((2, 3), 2), np.array([1, 2, 3]), np.ones((3, 1)), np.zeros(1)])
print(m.get_weights())
print(m.predict(np.array([[1.0, 2.0]]), verbose=0))
m.layers[1].set_weights([np.zeros((3, 1)), np.array([7.0])])
print(m.layers[1].get_weights())
print(m.layers[1].get_weights()[1][0], m.layers[0].get_weights()[1].tolist())
k, b = m.layers[0].get_weights()
print(k.sum(), b.mean())
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, "|", e)
attempt(lambda: m.layers[1].set_weights([np.zeros((3, 1))]))
attempt(lambda: m.layers[1].set_weights([np.zeros((3, 2)), np.zeros(1)]))
attempt(lambda: m.set_weights([np.zeros((3, 2)), np.zeros(1)]))
attempt(lambda: m.layers[0].bias.assign([1.0]))
