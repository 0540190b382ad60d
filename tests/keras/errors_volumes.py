# Errors of layers of volumes, of summaries and of registered classes.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Sequential

x = np.zeros((2, 4, 4, 4, 3), "float32")


def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        text = str(error)
        if "\x1b[1m" in text:  # what Keras wraps into "Exception encountered when calling ..." is the message
            text = text.partition("\x1b[1m")[2].partition("\x1b[0m")[0]
        print(source, type(error).__name__, text)


class NoConfig:
    pass


def registered(thing):
    return keras.saving.register_keras_serializable()(thing)


class Adds(layers.Layer):
    def __init__(self, what):
        super().__init__()
        self.what = what

    def call(self, inputs):
        self.add_loss(self.what)
        return inputs


model = Sequential([Input((3,)), layers.Dense(2, name="one"), layers.Dense(1, name="two")])
for source in ("layers.ZeroPadding3D('a')", "layers.ZeroPadding3D((1, 2))", "layers.Cropping3D((1, 2))",
               "layers.Cropping3D('a')", "layers.Cropping3D((1, 2, 'a'))", "layers.UpSampling3D((1, 2))",
               "layers.UpSampling3D('a')", "layers.UpSampling3D(2.5)", "layers.MaxPooling3D((1, 2))",
               "layers.AveragePooling3D(padding='causal')", "layers.Conv3D(2, (1, 2))",
               "layers.Conv3D(2, 2, strides=(1, 'a', 2))", "layers.Cropping3D(2)(x)",
               "layers.Cropping3D(((1, 4), (0, 0), (0, 0)))(x)", "layers.Cropping3D(2)(Input((4, 9, 9, 1)))",
               "model.summary(layer_range=[1, 2])", "model.summary(layer_range=['one'])",
               "model.summary(layer_range=['one', 'none'])", "Sequential([layers.Dense(1)]).summary()",
               "registered(NoConfig)", "Adds(5)(x)", "Adds([5.0])(x)", "Adds('five')(x)", "layers.Dense(1).add_loss(5)",
               "keras.applications.VGG16(weights=None, input_shape=(64, 64))",
               "keras.applications.VGG16(weights=None, include_top=True, input_shape=(None, None, 3))",
               "keras.applications.VGG16(weights=None, input_shape=(16, 64, 3))",
               "keras.applications.VGG16(weights='some')",
               "keras.applications.ResNet50(weights=None, input_shape=(64, 64))",
               "keras.applications.MobileNet(weights=None, input_shape=(64, 64))",
               "keras.applications.VGG16(weights='imagenet', classes=5)",
               "keras.datasets.reuters.load_data(nothing=5)"):
    attempt(source)
for kind in (layers.Conv3D, layers.Conv2D):
    try:
        kind(2, 2, padding="some")
    except ValueError as error:  # the order of the set of paddings is not the same twice
        print(type(error).__name__, str(error).partition(" one of")[0], str(error).partition("Received")[2])
