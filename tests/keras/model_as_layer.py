# A model called on a tensor and on arrays.
import keras, numpy as np
from keras import layers
inner = keras.Sequential([keras.Input((2,)), layers.Dense(3, kernel_initializer="ones"), layers.Dense(1, kernel_initializer="ones")])
x = keras.Input((2,), name="x")
m = keras.Model(x, [inner(x), layers.Dense(2, kernel_initializer="zeros", name="z")(x)])
a, b = m(np.ones((2, 2)))
print(a, b)
out = m.predict(np.ones((3, 2)), verbose=0)
print([o.shape for o in out])
print([l.name for l in m.layers], m.output_shape)
y = keras.Input((2,))
p, q = m(y)
print(p.shape, q.shape)
for w in m.weights:
    print(w.path, w.shape)
