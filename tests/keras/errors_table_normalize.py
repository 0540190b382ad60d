# Layers that normalize: each call raises the class that Keras raises, and training goes on.
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
    "layers.BatchNormalization(axis=None)(x)",
    "layers.BatchNormalization(momentum=None)(x)",
    "layers.BatchNormalization(epsilon=None)(x)",
    "layers.GroupNormalization(groups='zz')(x)",
    "layers.GroupNormalization(groups=0)(x)",
    "layers.GroupNormalization(1, axis='zz')(x)",
    "layers.GroupNormalization(1, axis=1.5)(x)",
    "layers.GroupNormalization(1, epsilon='zz')(x)",
    "layers.GroupNormalization(1, epsilon=None)(x)",
    "layers.LayerNormalization(axis='zz')(x)",
    "layers.LayerNormalization(axis=1.5)(x)",
    "layers.LayerNormalization(epsilon='zz')(x)",
    "layers.LayerNormalization(name=5)(x)",
    "layers.Normalization(mean=0.0, variance=1.0, axis='zz')(x)",
    "layers.Normalization(variance=1.0, mean='zz')(x)",
    "layers.Normalization(mean=0.0, variance='zz')(x)",
    "layers.Normalization(mean=0.0, variance=1.0, name=5)(x)",
    "layers.Normalization(mean=0.0, variance=1.0, dtype='zz')(x)",
    "layers.Normalization(mean=0.0, variance=1.0, trainable='zz')(x)",
    "layers.Normalization(mean=0.0, variance=1.0, nothing=1)",
    "layers.Normalization(mean=0.0, variance=1.0)(None)",
    "layers.Normalization(mean=0.0, variance=1.0)('zz')",
    "layers.Normalization(mean=0.0, variance=1.0)(5)",
    "layers.Normalization(mean=0.0, variance=1.0)([x, steps])",
    "layers.Normalization(mean=0.0, variance=1.0)()",
    "layers.RMSNormalization(axis='zz')(x)",
    "layers.RMSNormalization(axis=1.5)(x)",
    "layers.RMSNormalization(epsilon='zz')(x)",
    "layers.RMSNormalization(name=5)(x)",
    "layers.RMSNormalization(dtype='zz')(x)",
    "layers.RMSNormalization(trainable='zz')(x)",
    "layers.RMSNormalization(nothing=1)",
    "layers.RMSNormalization()(None)",
    "layers.RMSNormalization()('zz')",
    "layers.RMSNormalization()(5)",
    "layers.RMSNormalization()([x, steps])",
    "layers.RMSNormalization()()",
    "layers.SpectralNormalization(layers.Dense(2), power_iterations='zz')(x)",
    "layers.SpectralNormalization(layers.Dense(2), name=5)(x)",
    "layers.SpectralNormalization(layers.Dense(2), dtype='zz')(x)",
    "layers.SpectralNormalization(layers.Dense(2), trainable='zz')(x)",
    "layers.SpectralNormalization(layers.Dense(2), nothing=1)",
    "layers.SpectralNormalization(layers.Dense(2))(v)",
    "layers.SpectralNormalization(layers.Dense(2))('zz')",
    "layers.SpectralNormalization(layers.Dense(2))(5)",
    "layers.SpectralNormalization(layers.Dense(2))([x, steps])",
    "layers.UnitNormalization(name=5)(x)",
    "layers.UnitNormalization(dtype='zz')(x)",
    "layers.UnitNormalization(trainable='zz')(x)",
    "layers.UnitNormalization(nothing=1)",
    "layers.UnitNormalization()(None)",
    "layers.UnitNormalization()('zz')",
    "layers.UnitNormalization()(5)",
    "layers.UnitNormalization()([x, steps])",
]:
    attempt(call)
print(round(float(model.train_on_batch(x, y)), 5))
for call in [
    "layers.BatchNormalization(axis='zz')(x)",
    "layers.BatchNormalization(momentum='zz')(x)",
    "layers.BatchNormalization(epsilon='zz')(x)",
    "layers.BatchNormalization(beta_initializer='zz')(x)",
    "layers.BatchNormalization(beta_initializer=5)(x)",
    "layers.BatchNormalization(gamma_initializer='zz')(x)",
    "layers.BatchNormalization(gamma_initializer=5)(x)",
    "layers.BatchNormalization(moving_mean_initializer='zz')(x)",
    "layers.BatchNormalization(moving_mean_initializer=5)(x)",
    "layers.BatchNormalization(moving_variance_initializer='zz')(x)",
    "layers.BatchNormalization(moving_variance_initializer=5)(x)",
    "layers.BatchNormalization(beta_regularizer='zz')(x)",
    "layers.BatchNormalization(beta_regularizer=5)(x)",
    "layers.GroupNormalization(1, beta_initializer='zz')(x)",
    "layers.GroupNormalization(1, beta_initializer=5)(x)",
    "layers.GroupNormalization(1, gamma_initializer='zz')(x)",
    "layers.GroupNormalization(1, gamma_initializer=5)(x)",
    "layers.GroupNormalization(1, beta_regularizer='zz')(x)",
    "layers.GroupNormalization(1, beta_regularizer=5)(x)",
    "layers.GroupNormalization(1, gamma_regularizer='zz')(x)",
    "layers.GroupNormalization(1, gamma_regularizer=5)(x)",
    "layers.GroupNormalization(1, beta_constraint='zz')(x)",
    "layers.GroupNormalization(1, beta_constraint=5)(x)",
    "layers.LayerNormalization(beta_initializer='zz')(x)",
    "layers.LayerNormalization(beta_initializer=5)(x)",
    "layers.LayerNormalization(gamma_initializer='zz')(x)",
    "layers.LayerNormalization(gamma_initializer=5)(x)",
    "layers.LayerNormalization(beta_regularizer='zz')(x)",
    "layers.LayerNormalization(beta_regularizer=5)(x)",
    "layers.LayerNormalization(gamma_regularizer='zz')(x)",
    "layers.LayerNormalization(gamma_regularizer=5)(x)",
    "layers.LayerNormalization(beta_constraint='zz')(x)",
    "layers.LayerNormalization(beta_constraint=5)(x)",
    "layers.LayerNormalization(gamma_constraint='zz')(x)",
    "layers.LayerNormalization(gamma_constraint=5)(x)",
    "layers.Normalization(mean=0.0, variance=1.0, axis=1.5)(x)",
    "layers.SpectralNormalization(layer='zz')(x)",
    "layers.SpectralNormalization(layer=-1)(x)",
    "layers.SpectralNormalization(layers.Dense(2), power_iterations=-1)(x)",
    "layers.SpectralNormalization()",
    "layers.SpectralNormalization(layers.Dense(2))()",
    "layers.UnitNormalization(axis='zz')(x)",
    "layers.UnitNormalization(axis=1.5)(x)",
    "layers.UnitNormalization()()",
]:
    attempt(call, True)
print(round(float(model.train_on_batch(x, y)), 5))
