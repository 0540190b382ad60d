# Merging layers: each call raises the class that Keras raises, and training goes on.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import activations, callbacks, constraints, initializers, layers, losses, metrics, optimizers, regularizers
from keras import Input, Model, Sequential
from keras.optimizers import schedules

r = np.random.RandomState(7)
v, x, steps = r.rand(4).astype("float32"), r.rand(4, 3).astype("float32"), r.rand(4, 5, 3).astype("float32")
image, box = r.rand(4, 4, 5, 3).astype("float32"), r.rand(2, 4, 4, 4, 3).astype("float32")
whole, texts = np.array([[0, 1], [2, 1], [1, 1], [0, 2]]), np.array([["a"], ["b"], ["c"], ["a"]])
hot, labels = np.eye(3, dtype="float32")[[0, 1, 2, 0]], np.array([0, 1, 2, 0])
proba, y = r.rand(4, 3).astype("float32"), r.rand(4, 1).astype("float32")
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.set_weights([r.rand(3, 1), r.rand(1)])


def step(optimizer):
    w = keras.Variable(np.ones((2, 2), "float32"))
    optimizer.apply([keras.ops.ones((2, 2))], [w])
    return w


def attempt(call, said=False):
    keras.backend.clear_session(free_memory=False)
    try:
        eval(call)
        print(call, "gives")
    except Exception as error:
        print(call, type(error).__name__, *([str(error)] if said else []))

for call in [
    "layers.Add(name=5)([x, x])",
    "layers.Add(dtype='zz')([x, x])",
    "layers.Add(trainable='zz')([x, x])",
    "layers.Add(nothing=1)",
    "layers.Add()(None)",
    "layers.Add()('zz')",
    "layers.Add()(5)",
    "layers.Average(name=5)([x, x])",
    "layers.Average(dtype='zz')([x, x])",
    "layers.Average(trainable='zz')([x, x])",
    "layers.Average(nothing=1)",
    "layers.Average()(None)",
    "layers.Average()('zz')",
    "layers.Average()(5)",
    "layers.Concatenate(axis='zz')([x, x])",
    "layers.Concatenate(axis=1.5)([x, x])",
    "layers.Concatenate(name=5)([x, x])",
    "layers.Concatenate(dtype='zz')([x, x])",
    "layers.Concatenate(trainable='zz')([x, x])",
    "layers.Concatenate(nothing=1)",
    "layers.Concatenate()(None)",
    "layers.Concatenate()('zz')",
    "layers.Concatenate()(5)",
    "layers.Dot(axes=0)([x, x])",
    "layers.Dot(1, name=5)([x, x])",
    "layers.Dot(1, dtype='zz')([x, x])",
    "layers.Dot(1, trainable='zz')([x, x])",
    "layers.Dot(1, nothing=1)",
    "layers.Dot(1)(None)",
    "layers.Dot(1)('zz')",
    "layers.Dot(1)(5)",
    "layers.Maximum(name=5)([x, x])",
    "layers.Maximum(dtype='zz')([x, x])",
    "layers.Maximum(trainable='zz')([x, x])",
    "layers.Maximum(nothing=1)",
    "layers.Maximum()(None)",
    "layers.Maximum()('zz')",
    "layers.Maximum()(5)",
    "layers.Minimum(name=5)([x, x])",
    "layers.Minimum(dtype='zz')([x, x])",
    "layers.Minimum(trainable='zz')([x, x])",
    "layers.Minimum(nothing=1)",
    "layers.Minimum()(None)",
    "layers.Minimum()('zz')",
    "layers.Minimum()(5)",
    "layers.Multiply(name=5)([x, x])",
    "layers.Multiply(dtype='zz')([x, x])",
    "layers.Multiply(trainable='zz')([x, x])",
    "layers.Multiply(nothing=1)",
    "layers.Multiply()(None)",
    "layers.Multiply()('zz')",
    "layers.Multiply()(5)",
    "layers.Subtract(name=5)([x, x])",
    "layers.Subtract(dtype='zz')([x, x])",
    "layers.Subtract(trainable='zz')([x, x])",
    "layers.Subtract(nothing=1)",
    "layers.Subtract()(None)",
    "layers.Subtract()('zz')",
    "layers.Subtract()(5)",
]:
    attempt(call)
print(round(float(model.train_on_batch(x, y)), 5))
for call in [
    "layers.Add()(v)",
    "layers.Add()(x)",
    "layers.Add()(steps)",
    "layers.Add()(image)",
    "layers.Add()(box)",
    "layers.Add()(Input((3,)))",
    "layers.Add()(Input((4, 3)))",
    "layers.Add()(Input((4, 4, 3)))",
    "layers.Add()(Input((None, None, 3)))",
    "layers.Average()(v)",
    "layers.Average()(x)",
    "layers.Average()(steps)",
    "layers.Average()(image)",
    "layers.Average()(box)",
    "layers.Average()(Input((3,)))",
    "layers.Average()(Input((4, 3)))",
    "layers.Average()(Input((4, 4, 3)))",
    "layers.Average()(Input((None, None, 3)))",
    "layers.Concatenate()(v)",
    "layers.Concatenate()(x)",
    "layers.Concatenate()(steps)",
    "layers.Concatenate()(image)",
    "layers.Concatenate()(box)",
    "layers.Concatenate()([x, steps])",
    "layers.Concatenate()(Input((3,)))",
    "layers.Dot(axes='zz')([x, x])",
    "layers.Dot()",
    "layers.Dot(1)(v)",
    "layers.Dot(1)(x)",
    "layers.Dot(1)(steps)",
    "layers.Dot(1)(image)",
    "layers.Dot(1)(box)",
    "layers.Dot(1)([x, steps])",
    "layers.Maximum()(v)",
    "layers.Maximum()(x)",
    "layers.Maximum()(steps)",
    "layers.Maximum()(image)",
    "layers.Maximum()(box)",
    "layers.Maximum()(Input((3,)))",
    "layers.Maximum()(Input((4, 3)))",
    "layers.Maximum()(Input((4, 4, 3)))",
    "layers.Maximum()(Input((None, None, 3)))",
    "layers.Minimum()(v)",
    "layers.Minimum()(x)",
    "layers.Minimum()(steps)",
    "layers.Minimum()(image)",
    "layers.Minimum()(box)",
    "layers.Minimum()(Input((3,)))",
    "layers.Minimum()(Input((4, 3)))",
    "layers.Minimum()(Input((4, 4, 3)))",
    "layers.Minimum()(Input((None, None, 3)))",
    "layers.Multiply()(v)",
    "layers.Multiply()(x)",
    "layers.Multiply()(steps)",
    "layers.Multiply()(image)",
    "layers.Multiply()(box)",
    "layers.Multiply()(Input((3,)))",
    "layers.Multiply()(Input((4, 3)))",
    "layers.Multiply()(Input((4, 4, 3)))",
    "layers.Multiply()(Input((None, None, 3)))",
    "layers.Subtract()(v)",
    "layers.Subtract()(x)",
    "layers.Subtract()(steps)",
    "layers.Subtract()(image)",
    "layers.Subtract()(box)",
    "layers.Subtract()(Input((3,)))",
    "layers.Subtract()(Input((4, 3)))",
    "layers.Subtract()(Input((4, 4, 3)))",
    "layers.Subtract()(Input((None, None, 3)))",
]:
    attempt(call, True)
print(round(float(model.train_on_batch(x, y)), 5))
