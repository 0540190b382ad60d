# Arguments that layers, metrics and models refuse, and some that they take.
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


class Plain:
    def __str__(self):
        return "plain"


def bare():
    return keras.Sequential([keras.Input((3,)), layers.Dense(1)])


def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        print(source, type(error).__name__, error)


for source in ("layers.Dense(1)(np.zeros((2, 3)), 5)", "layers.Dense(1)(x, 'a')",
               "keras.utils.get_file('nothing.bin', 'file:///nonexistent/nothing.bin')",
               "layers.BatchNormalization(axis='a')", "layers.BatchNormalization(momentum='a')",
               "layers.BatchNormalization(epsilon='a')", "layers.Add()([x])", "layers.Average()([x])",
               "layers.Concatenate()([x])", "layers.Add()(x)", "layers.Concatenate()(x)",
               "layers.Multiply()(keras.Input((3,)))", "layers.Subtract()([x])",
               "layers.Bidirectional(layers.LSTM(2), backward_layer=5)", "layers.RandomFlip(seed='a')",
               "layers.RandomZoom(0.1, seed='a')", "layers.RandomBrightness(0.1, seed='a')", "layers.Lambda(5)",
               "layers.Lambda('a')", "keras.Input(5)", "keras.Input((3,), dtype='nothing')",
               "keras.Input((3,), name=5)", "keras.Model()", "bare().compile('sgd', 'mse', metrics='nothing')",
               "bare().compile('sgd', 'mse', metrics=5)", "bare().compile('sgd', 'mse', weighted_metrics=5)",
               "bare().compile('sgd', 'mse', loss_weights='a')", "keras.layers.deserialize({'a': 1})",
               "keras.metrics.Precision(thresholds=2)", "keras.metrics.Recall(thresholds=[0.5, -1, 3])",
               "keras.metrics.TruePositives(thresholds=2)", "keras.metrics.Precision(thresholds='a')",
               "keras.metrics.IoU(2, [5])", "keras.metrics.OneHotIoU(2, [0, 2])", "keras.metrics.BinaryIoU([0, 2])",
               "keras.metrics.SensitivityAtSpecificity(0.5, num_thresholds=0)",
               "keras.metrics.PrecisionAtRecall(0.5, num_thresholds=-1)", "keras.Sequential.from_config({})",
               "keras.random.SeedGenerator('a')", "keras.saving.serialize_keras_object(Plain())",
               "keras.layers.deserialize(keras.layers.serialize(layers.Dense(2)))",
               "keras.optimizers.deserialize(keras.optimizers.serialize(keras.optimizers.SGD(0.5)))",
               "keras.losses.deserialize(keras.losses.serialize(keras.losses.Huber(0.5)))",
               "keras.metrics.deserialize(keras.metrics.serialize(keras.metrics.MeanIoU(3)))",
               "keras.initializers.deserialize(keras.initializers.serialize(keras.initializers.Constant(3)))",
               "keras.regularizers.deserialize(keras.regularizers.serialize(keras.regularizers.L2(0.5)))",
               "keras.constraints.deserialize(keras.constraints.serialize(keras.constraints.MaxNorm(3)))",
               "ops.split(keras.Input((3,)), 2, axis=1)", "layers.UnitNormalization(axis='a')",
               "layers.UnitNormalization(axis=1.5)", "layers.Dropout('a')", "layers.GaussianDropout('a')",
               "layers.SimpleRNN('a')", "layers.GRU('a')", "keras.activations.softmax(x, axis=9)",
               "keras.activations.log_softmax(x, axis=-3)", "keras.models.load_model(5)",
               "keras.losses.Huber(delta='a')(x, x)", "keras.losses.BinaryCrossentropy(label_smoothing='a')(x, x)"):
    attempt(source)
