# close: masks go from layer to layer, in a loop of one's own as in a model.
import numpy as np, keras
import tensorflow as tf
from keras import layers
np.set_printoptions(precision=4, suppress=True)
r = np.random.RandomState(0)
def fill(l): l.set_weights([r.rand(*w.shape) - 0.4 for w in l.get_weights()])
ids = np.array([[1, 2, 0, 0], [3, 1, 2, 0]])
e, l, d = layers.Embedding(4, 3, mask_zero=True), layers.LSTM(2, return_sequences=True), layers.GRU(2)
d(l(e(ids)))
for one in (e, l, d): fill(one)
print(np.array(d(l(e(ids)))))
with tf.GradientTape() as tape:
    y = tf.reduce_sum(d(l(e(ids))))
print([round(float(tf.reduce_sum(tf.abs(tf.convert_to_tensor(g)))), 4) for g in tape.gradient(y, e.trainable_weights + d.trainable_weights)])
x = r.rand(2, 4, 3).astype("float32")
print(np.array(l(x, mask=np.array([[True, False, False, False], [True, True, True, True]]))))
b = layers.Bidirectional(layers.SimpleRNN(2)); b(e(ids)); fill(b)
print(np.array(b(e(ids))), np.array(b(np.array(e(ids)))))
m = layers.Masking(); s = layers.SimpleRNN(2); x[:, 2] = 0; s(m(x)); fill(s); print(np.array(s(m(x))), np.array(s(x)))
print(np.array(s(layers.Dropout(0.1)(m(x)))))
