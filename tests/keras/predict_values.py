# predict and calls.
import keras, numpy as np
from keras import layers
m = keras.Sequential([keras.Input((2,)), layers.Dense(2, kernel_initializer="ones", bias_initializer="ones")])
p = m.predict(np.array([[1, 2], [3, 4], [5, 6]]), verbose=0)
print(p, p.dtype, p.shape, type(p))
print(m.predict(np.array([[1, 2], [3, 4], [5, 6]]), batch_size=2, verbose=0))
print(m(np.array([[1.0, 2.0]])))
print(m(np.array([[1.0, 2.0]])).numpy())
print(m(np.array([[1.0, 2.0]]), training=False).shape)
print(m.predict([[1.0, 2.0]] if False else np.array([[1.0, 2.0]]), verbose=0)[0])
print(np.argmax(m.predict(np.zeros((2, 2)), verbose=0), axis=1))
print(m.predict_on_batch(np.zeros((2, 2))) if hasattr(m, "predict_on_batch") else None)
