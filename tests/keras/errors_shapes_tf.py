# Tensors whose shapes do not meet in TensorFlow's functions and operators.
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


for source in ("a != b", "a == b", "a!=b", "a%b", "a**b", "a*b", "a+b", "a+x[:2,:2]", "a-b", "a//b", "a/b", "a<=b",
               "a<b", "a==b", "a>=b", "a>b", "a@b", "a@x", "tf.add(a, b)", "tf.argmax(a, axis=5)", "tf.atan2(a, a)",
               "tf.atan2(a, b)", "tf.broadcast_to(a, (2, 2))", "tf.cast(a, 'nothing')", "tf.concat([a, a[0]], 0)",
               "tf.concat([a, b], 0)", "tf.concat([a, b], 1)", "tf.divide(a, b)", "tf.expand_dims(a, 9)",
               "tf.gather(a, 5)", "tf.logical_and(a>0, b>0)", "tf.math.squared_difference(a, b)", "tf.matmul(a, b)",
               "tf.matmul(a[0], b)", "tf.matmul(a[0], a[0])", "tf.matmul(tf.zeros((2, 3, 4)), tf.zeros((2, 3, 4)))", "tf.maximum(a, b)",
               "tf.minimum(a, b)", "tf.multiply(a, b)", "tf.nn.softmax(a, axis=9)", "tf.pow(a, b)",
               "tf.reduce_mean(a, axis=5)", "tf.reduce_sum(a, axis=5)", "tf.reshape(a, (-1, 5))",
               "tf.reshape(a, (5, 5))", "tf.split(a, 2, axis=1)", "tf.squeeze(a, 0)", "tf.squeeze(a, 7)",
               "tf.stack([a, b])", "tf.subtract(a, b)", "tf.transpose(a, (0, 1, 2))", "tf.where(a>0, a, b)", "v+b",
               "v-x[:2,:2]", "x[:2,:2]+a"):
    attempt(source)
