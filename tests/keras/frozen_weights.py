# close
# What is frozen counts from the next compile() on: a network of two parts that are trained in turns, and layers thawed late.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Model, Sequential

random = np.random.RandomState(2)
x, noise = random.uniform(-1, 1, (6, 3)).astype("float32"), random.uniform(-1, 1, (6, 2)).astype("float32")
y = random.uniform(0, 1, (6, 1)).astype("float32")


def same(before, model):
    return [bool(np.all(a == b)) for a, b in zip(before, model.get_weights())]


def filled(model):
    model.set_weights([random.uniform(-0.5, 0.5, weight.shape) for weight in model.get_weights()])
    return model


judge = filled(Sequential([Input((3,)), layers.Dense(4, activation="tanh"), layers.Dense(1)]))
judge.compile(keras.optimizers.Adam(0.01), "mse")
print(float(judge.train_on_batch(x, y)))
judge.trainable = False
maker = filled(Sequential([Input((2,)), layers.Dense(3)]))
start = Input((2,))
both = Model(start, judge(maker(start)))
both.compile(keras.optimizers.Adam(0.01), "mse")
for _ in range(3):
    kept = judge.get_weights()
    first = float(judge.train_on_batch(x, y))
    moved, kept = same(kept, judge), judge.get_weights()
    print(first, moved, float(both.train_on_batch(noise, np.ones((6, 1)))), same(kept, judge))
print(len(judge.trainable_weights), len(both.trainable_weights))

model = filled(Sequential([Input((3,)), layers.Dense(4), layers.Dense(1)]))
model.layers[0].trainable = False
model.compile("sgd", "mse")
for thawed in (False, True, True):
    kept = model.get_weights()
    print(model.fit(x, y, epochs=2, verbose=0, shuffle=False).history, same(kept, model), len(model.trainable_weights))
    if thawed:
        model.compile("sgd", "mse")
    model.layers[0].trainable = True
model.add(layers.Dense(2))
try:
    model.fit(x, np.zeros((6, 2)), verbose=0)
except ValueError as error:
    print(error)
