# keras.utils.
import keras, numpy as np
from keras import utils
from keras.utils import to_categorical
print(to_categorical([0, 1, 2, 1]))
print(to_categorical(np.array([1, 0]), 3))
print(to_categorical([[0, 1], [1, 0]]).shape, to_categorical(np.array([[0], [2]])).shape)
print(to_categorical([0, 1]).dtype, to_categorical(2, 4))
print(utils.normalize(np.array([[3.0, 4.0], [0.0, 0.0]])))
print(utils.normalize(np.array([3.0, 4.0])))
print(utils.normalize(np.array([[3.0, 4.0], [1.0, 1.0]]), axis=0, order=1))
utils.set_random_seed(7)
a = np.random.rand(3)
utils.set_random_seed(7)
print(bool((a == np.random.rand(3)).all()), a)
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, "|", e)
attempt(lambda: to_categorical([0, 5], 3))
attempt(lambda: utils.set_random_seed("a"))
attempt(lambda: utils.set_random_seed(-1))
keras.utils.set_random_seed(1)
w1 = keras.layers.Dense(3); w1.build((None, 2))
keras.utils.set_random_seed(1)
w2 = keras.layers.Dense(3); w2.build((None, 2))
print(bool((w1.get_weights()[0] == w2.get_weights()[0]).all()))
print(keras.backend.image_data_format(), keras.backend.epsilon(), keras.backend.floatx(), keras.config.floatx())
