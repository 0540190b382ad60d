# Tensors whose shapes do not meet in keras.ops, losses, and random draws.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
import tensorflow as tf
from keras import layers, ops

x = np.zeros((4, 3), "float32")
y = np.zeros((4, 1), "float32")
a = tf.zeros((4, 3))
b = tf.zeros((2, 1))
v = keras.Variable(np.zeros((4, 3), "float32"))


def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        print(source, type(error).__name__, error)


for source in ("keras.losses.BinaryCrossentropy()(x, y[:2])", "keras.losses.CategoricalCrossentropy()(x, y[:2])",
               "keras.losses.CategoricalHinge()(x, y[:2])", "keras.losses.CosineSimilarity()(x, y[:2])",
               "keras.losses.Hinge()(x, y[:2])", "keras.losses.Huber()(x, y[:2])",
               "keras.losses.KLDivergence()(x, y[:2])", "keras.losses.LogCosh()(x, y[:2])",
               "keras.losses.MeanAbsoluteError()(x, y[:2])", "keras.losses.MeanAbsolutePercentageError()(x, y[:2])",
               "keras.losses.MeanSquaredError()(x, y[:2])", "keras.losses.MeanSquaredLogarithmicError()(x, y[:2])",
               "keras.losses.Poisson()(x, y[:2])", "keras.losses.SquaredHinge()(x, y[:2])",
               "keras.losses.Tversky()(x, y[:2])", "keras.losses.mean_squared_error(x, y[:2])",
               "keras.random.SeedGenerator('a')", "keras.random.SeedGenerator(-1)",
               "keras.random.SeedGenerator(1.5)", "keras.random.categorical(x[0], 2)", "keras.random.dropout(x, -1)",
               "keras.random.dropout(x, 1)", "keras.random.dropout(x, 2)", "keras.random.dropout(x,'a')",
               "keras.random.normal((-1,))", "keras.random.normal((2,), seed='a')", "keras.random.normal(-1)",
               "keras.random.randint((-1,), 0, 5)", "keras.random.randint((2,), 5, 1)",
               "keras.random.uniform((-1,))", "ops.add(x, y[:2])", "ops.all(x, axis=5)", "ops.any(x, axis=5)",
               "ops.arctan2(x, y[:2])", "ops.argmax(x, axis=9)", "ops.argmin(x, axis=9)", "ops.argsort(x, axis=9)",
               "ops.broadcast_to(x, (2, 2))", "ops.cast(x,'nothing')", "ops.concatenate([x, y, x])",
               "ops.concatenate([x, y])", "ops.concatenate([x, y], axis=9)", "ops.convert_to_tensor('a','float32')",
               "ops.convert_to_tensor(x,'nothing')", "ops.cumsum(x, axis=9)", "ops.divide(x, y[:2])",
               "ops.dot(x, np.zeros(5,'float32'))", "ops.dot(x, x)", "ops.dot(x[0], x)", "ops.equal(x, y[:2])",
               "ops.expand_dims(x, 9)", "ops.flip(x, axis=9)", "ops.floor_divide(x, y[:2])", "ops.full((-1,), 2)",
               "ops.greater(x, y[:2])", "ops.greater_equal(x, y[:2])", "ops.less(x, y[:2])",
               "ops.less_equal(x, y[:2])", "ops.log_softmax(x, axis=9)", "ops.logical_and(x>0, y[:2]>0)",
               "ops.logical_or(x>0, y[:2]>0)", "ops.logsumexp(x, axis=9)", "ops.matmul(x, x)",
               "ops.matmul(x, y[:3].T)", "ops.max(x, axis=5)", "ops.maximum(x, y[:2])", "ops.mean(x, axis=5)",
               "ops.min(x, axis=5)", "ops.minimum(x, y[:2])", "ops.mod(x, y[:2])", "ops.moveaxis(x, 0, 9)",
               "ops.multiply(x, y[:2])", "ops.not_equal(x, y[:2])", "ops.one_hot([1], -1)", "ops.ones((2, -1))",
               "ops.power(x, y[:2])", "ops.prod(x, axis=5)", "ops.repeat(x, 2, axis=9)", "ops.reshape(x, (-1, 5))",
               "ops.reshape(x, (5, 5))", "ops.roll(x, 1, axis=9)", "ops.softmax(x, axis=9)", "ops.sort(x, axis=9)",
               "ops.split(x, 2, axis=1)", "ops.squeeze(x, 0)", "ops.stack([x, y])", "ops.std(x, axis=5)",
               "ops.subtract(x, y[:2])", "ops.sum(x, axis=5)", "ops.swapaxes(x, 0, 9)", "ops.take(x, 5)",
               "ops.take(x, 9, axis=0)", "ops.take(x, [0, 9], axis=0)", "ops.take(x, [0], axis=9)",
               "ops.top_k(x, 9)", "ops.transpose(x, (0, 0))", "ops.transpose(x, (0, 5))",
               "ops.true_divide(x, y[:2])", "ops.unstack(x, axis=9)", "ops.var(x, axis=5)",
               "ops.where(x>0, x, y[:2])", "ops.zeros((-1,))", "ops.zeros(-1)"):
    attempt(source)
