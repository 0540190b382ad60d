# close: masks of layers that put tensors together, and the mean of the steps that count.
import numpy as np, keras
from keras import layers
np.set_printoptions(precision=4, suppress=True)
ids, more = np.array([[1, 2, 0, 0], [3, 1, 2, 0]]), np.array([[2, 0, 0, 0], [0, 1, 0, 2]])
r = np.random.RandomState(0)
merges = {"add": layers.Add(), "subtract": layers.Subtract(), "average": layers.Average(), "last": layers.Concatenate(), "steps": layers.Concatenate(axis=1)}
for name, merge in merges.items():
    for both in (True, False):
        a, b = keras.Input((4,), dtype="int32"), keras.Input((4,), dtype="int32")
        first, second = layers.Embedding(4, 3, mask_zero=True), layers.Embedding(4, 3, mask_zero=both)
        model = keras.Model([a, b], layers.Dense(2)(layers.LSTM(3)(merge([first(a), second(b)]))))
        model.set_weights([r.rand(*w.shape) - 0.4 for w in model.get_weights()])
        model.compile(keras.optimizers.SGD(0.1), "mse")
        losses = [round(float(model.train_on_batch([ids, more], np.ones((2, 2)))), 5) / 4 for i in range(2)]
        print(name, both, losses, model.predict([ids, more], verbose=0).ravel())
    values = merge([layers.Masking()(r.rand(2, 4, 3).astype("float32")), r.rand(2, 4, 3).astype("float32")])
    print(values.shape)
e, mean = layers.Embedding(4, 3, mask_zero=True), layers.GlobalAveragePooling1D()
e(ids)
e.set_weights([r.rand(4, 3)])
print(np.array(mean(e(ids))), np.array(mean(np.array(e(ids)))), np.array(layers.GlobalAveragePooling1D(keepdims=True)(e(more))))
model = keras.Sequential([keras.Input((4,)), e, mean, layers.Dense(1)])
model.set_weights([r.rand(*w.shape) - 0.4 for w in model.get_weights()])
model.compile(keras.optimizers.SGD(0.1), "mse")
print([round(float(model.train_on_batch(ids, np.ones((2, 1)))), 5) for i in range(3)], model.get_weights()[0])
print(np.array(layers.Dot(2)([e(ids), e(more)])).shape)
