# Layers of images: each call raises the class that Keras raises, and training goes on.
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
    "layers.CenterCrop(width=2, height='zz')(image)",
    "layers.CenterCrop(width=2, height=1.5)(image)",
    "layers.CenterCrop(2, width='zz')(image)",
    "layers.CenterCrop(2, width=1.5)(image)",
    "layers.CenterCrop(2, 2, data_format='zz')(image)",
    "layers.CenterCrop(2, 2, data_format=5)(image)",
    "layers.CenterCrop(2, 2, name=5)(image)",
    "layers.CenterCrop(2, 2, dtype='zz')(image)",
    "layers.CenterCrop(2, 2, trainable='zz')(image)",
    "layers.CenterCrop(2, 2, nothing=1)",
    "layers.CenterCrop(2, 2)(v)",
    "layers.CenterCrop(2, 2)(x)",
    "layers.CenterCrop(2, 2)(box)",
    "layers.CenterCrop(2, 2)(None)",
    "layers.CenterCrop(2, 2)('zz')",
    "layers.RandomBrightness(factor='zz')(image)",
    "layers.RandomBrightness(factor=1.5)(image)",
    "layers.RandomBrightness(0.5, name=5)(image)",
    "layers.RandomBrightness(0.5, dtype='zz')(image)",
    "layers.RandomBrightness(0.5, trainable='zz')(image)",
    "layers.RandomBrightness(0.5, nothing=1)",
    "layers.RandomBrightness(0.5)(v)",
    "layers.RandomBrightness(0.5)(x)",
    "layers.RandomBrightness(0.5)(box)",
    "layers.RandomBrightness(0.5)(None)",
    "layers.RandomBrightness(0.5)('zz')",
    "layers.RandomContrast(0.5, value_range='zz')(image)",
    "layers.RandomContrast(0.5, value_range=-1)(image)",
    "layers.RandomContrast(0.5, name=5)(image)",
    "layers.RandomContrast(0.5, dtype='zz')(image)",
    "layers.RandomContrast(0.5, trainable='zz')(image)",
    "layers.RandomContrast(0.5, nothing=1)",
    "layers.RandomContrast(0.5)(v)",
    "layers.RandomContrast(0.5)(x)",
    "layers.RandomContrast(0.5)(box)",
    "layers.RandomContrast(0.5)(None)",
    "layers.RandomContrast(0.5)('zz')",
    "layers.RandomFlip(data_format='zz')(image)",
    "layers.RandomFlip(data_format=5)(image)",
    "layers.RandomFlip(name=5)(image)",
    "layers.RandomFlip(dtype='zz')(image)",
    "layers.RandomFlip(trainable='zz')(image)",
    "layers.RandomFlip(nothing=1)",
    "layers.RandomFlip()(v)",
    "layers.RandomFlip()(x)",
    "layers.RandomFlip()(box)",
    "layers.RandomFlip()(None)",
    "layers.RandomFlip()('zz')",
    "layers.RandomFlip()(5)",
    "layers.RandomFlip()([x, steps])",
    "layers.RandomFlip()()",
    "layers.RandomRotation(factor='zz')(image)",
    "layers.RandomRotation(factor=1.5)(image)",
    "layers.RandomRotation(0.5, fill_mode=5)(image)",
    "layers.RandomRotation(0.5, interpolation=5)(image)",
    "layers.RandomRotation(0.5, fill_value='zz')(image)",
    "layers.RandomRotation(0.5, fill_value=None)(image)",
    "layers.RandomRotation(0.5, data_format='zz')(image)",
    "layers.RandomRotation(0.5, data_format=5)(image)",
    "layers.RandomRotation(0.5, name=5)(image)",
    "layers.RandomRotation(0.5, dtype='zz')(image)",
    "layers.RandomRotation(0.5, trainable='zz')(image)",
    "layers.RandomRotation(0.5, nothing=1)",
    "layers.RandomTranslation(width_factor=0.5, height_factor=1.5)(image)",
    "layers.RandomTranslation(0.5, width_factor=1.5)(image)",
    "layers.RandomTranslation(0.5, 0.5, fill_mode=5)(image)",
    "layers.RandomTranslation(0.5, 0.5, interpolation=5)(image)",
    "layers.RandomTranslation(0.5, 0.5, fill_value='zz')(image)",
    "layers.RandomTranslation(0.5, 0.5, fill_value=None)(image)",
    "layers.RandomTranslation(0.5, 0.5, data_format='zz')(image)",
    "layers.RandomTranslation(0.5, 0.5, data_format=5)(image)",
    "layers.RandomTranslation(0.5, 0.5, name=5)(image)",
    "layers.RandomTranslation(0.5, 0.5, dtype='zz')(image)",
    "layers.RandomZoom(height_factor='zz')(image)",
    "layers.RandomZoom(height_factor=-1)(image)",
    "layers.RandomZoom(0.5, width_factor='zz')(image)",
    "layers.RandomZoom(0.5, width_factor=-1)(image)",
    "layers.RandomZoom(0.5, fill_mode=5)(image)",
    "layers.RandomZoom(0.5, interpolation=5)(image)",
    "layers.RandomZoom(0.5, fill_value='zz')(image)",
    "layers.RandomZoom(0.5, fill_value=None)(image)",
    "layers.RandomZoom(0.5, data_format='zz')(image)",
    "layers.RandomZoom(0.5, data_format=5)(image)",
    "layers.RandomZoom(0.5, name=5)(image)",
    "layers.RandomZoom(0.5, dtype='zz')(image)",
    "layers.Rescaling(scale='zz')(x)",
    "layers.Rescaling(scale=None)(x)",
    "layers.Rescaling(2.0, offset='zz')(x)",
    "layers.Rescaling(2.0, offset=None)(x)",
    "layers.Rescaling(2.0, name=5)(x)",
    "layers.Rescaling(2.0, dtype='zz')(x)",
    "layers.Rescaling(2.0, trainable='zz')(x)",
    "layers.Rescaling(2.0, nothing=1)",
    "layers.Rescaling(2.0)(None)",
    "layers.Rescaling(2.0)('zz')",
    "layers.Rescaling(2.0)([x, steps])",
    "layers.Rescaling(2.0)()",
    "layers.Resizing(width=2, height='zz')(image)",
    "layers.Resizing(width=2, height=-1)(image)",
    "layers.Resizing(2, width='zz')(image)",
    "layers.Resizing(2, width=-1)(image)",
    "layers.Resizing(2, 2, interpolation='zz')(image)",
    "layers.Resizing(2, 2, interpolation=5)(image)",
    "layers.Resizing(2, 2, fill_mode='zz')(image)",
    "layers.Resizing(2, 2, fill_mode=5)(image)",
    "layers.Resizing(2, 2, data_format='zz')(image)",
    "layers.Resizing(2, 2, data_format=5)(image)",
    "layers.Resizing(2, 2, name=5)(image)",
    "layers.Resizing(2, 2, dtype='zz')(image)",
    "layers.Resizing(2, 2, trainable='zz')(image)",
    "layers.Resizing(2, 2, nothing=1)",
    "layers.Resizing(2, 2)(v)",
]:
    attempt(call)
print(round(float(model.train_on_batch(x, y)), 5))
for call in [
    "layers.CenterCrop()",
    "layers.RandomBrightness(0.5, value_range='zz')(image)",
    "layers.RandomBrightness(0.5, value_range=-1)(image)",
    "layers.RandomBrightness(0.5, seed='zz')(image)",
    "layers.RandomBrightness(0.5, seed=1.5)(image)",
    "layers.RandomBrightness()",
    "layers.RandomContrast(factor='zz')(image)",
    "layers.RandomContrast(factor=-1)(image)",
    "layers.RandomContrast(0.5, seed='zz')(image)",
    "layers.RandomContrast(0.5, seed=1.5)(image)",
    "layers.RandomContrast()",
    "layers.RandomFlip(seed='zz')(image)",
    "layers.RandomFlip(seed=1.5)(image)",
    "layers.RandomRotation(0.5, fill_mode='zz')(image)",
    "layers.RandomRotation(0.5, interpolation='zz')(image)",
    "layers.RandomRotation(0.5, seed='zz')(image)",
    "layers.RandomRotation(0.5, seed=1.5)(image)",
    "layers.RandomTranslation(width_factor=0.5, height_factor='zz')(image)",
    "layers.RandomTranslation(0.5, width_factor='zz')(image)",
    "layers.RandomTranslation(0.5, 0.5, fill_mode='zz')(image)",
    "layers.RandomTranslation(0.5, 0.5, interpolation='zz')(image)",
    "layers.RandomTranslation(0.5, 0.5, seed='zz')(image)",
    "layers.RandomTranslation(0.5, 0.5, seed=1.5)(image)",
    "layers.RandomZoom(0.5, fill_mode='zz')(image)",
    "layers.RandomZoom(0.5, interpolation='zz')(image)",
    "layers.RandomZoom(0.5, seed='zz')(image)",
    "layers.RandomZoom(0.5, seed=1.5)(image)",
    "layers.Rescaling()",
    "layers.Resizing()",
]:
    attempt(call, True)
print(round(float(model.train_on_batch(x, y)), 5))
