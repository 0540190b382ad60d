# Initializers: each call raises the class that Keras raises, and training goes on.
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
    "initializers.Constant(value='zz')((2, 2))",
    "initializers.Constant(value=None)((2, 2))",
    "initializers.Constant()('zz')",
    "initializers.Constant()(-1)",
    "initializers.Constant()((2, -1))",
    "initializers.Constant()((2, 'a'))",
    "initializers.Constant()(None)",
    "initializers.GlorotNormal()('zz')",
    "initializers.GlorotNormal()(-1)",
    "initializers.GlorotNormal()((2, -1))",
    "initializers.GlorotNormal()((2, 'a'))",
    "initializers.GlorotNormal()(None)",
    "initializers.GlorotNormal()((2, 2), dtype='zz')",
    "initializers.GlorotUniform()('zz')",
    "initializers.GlorotUniform()(-1)",
    "initializers.GlorotUniform()((2, -1))",
    "initializers.GlorotUniform()((2, 'a'))",
    "initializers.GlorotUniform()(None)",
    "initializers.GlorotUniform()((2, 2), dtype='zz')",
    "initializers.HeNormal()('zz')",
    "initializers.HeNormal()(-1)",
    "initializers.HeNormal()((2, -1))",
    "initializers.HeNormal()((2, 'a'))",
    "initializers.HeNormal()(None)",
    "initializers.HeNormal()((2, 2), dtype='zz')",
    "initializers.HeUniform()('zz')",
    "initializers.HeUniform()(-1)",
    "initializers.HeUniform()((2, -1))",
    "initializers.HeUniform()((2, 'a'))",
    "initializers.HeUniform()(None)",
    "initializers.HeUniform()((2, 2), dtype='zz')",
    "initializers.Identity(gain='zz')((2, 2))",
    "initializers.Identity(gain=None)((2, 2))",
    "initializers.Identity()('zz')",
    "initializers.Identity()(-1)",
    "initializers.Identity()((2, -1))",
    "initializers.Identity()((2, 'a'))",
    "initializers.Identity()(None)",
    "initializers.LecunNormal()('zz')",
    "initializers.LecunNormal()(-1)",
    "initializers.LecunNormal()((2, -1))",
    "initializers.LecunNormal()((2, 'a'))",
    "initializers.LecunNormal()(None)",
    "initializers.LecunNormal()((2, 2), dtype='zz')",
    "initializers.LecunUniform()('zz')",
    "initializers.LecunUniform()(-1)",
    "initializers.LecunUniform()((2, -1))",
    "initializers.LecunUniform()((2, 'a'))",
    "initializers.LecunUniform()(None)",
    "initializers.LecunUniform()((2, 2), dtype='zz')",
    "initializers.Ones(nothing=1)",
    "initializers.Ones()('zz')",
    "initializers.Ones()(-1)",
    "initializers.Ones()((2, -1))",
    "initializers.Ones()((2, 'a'))",
    "initializers.Ones()(None)",
    "initializers.Orthogonal(gain='zz')((2, 2))",
    "initializers.Orthogonal(gain=None)((2, 2))",
    "initializers.Orthogonal()('zz')",
    "initializers.Orthogonal()(-1)",
    "initializers.Orthogonal()((2, -1))",
    "initializers.Orthogonal()((2, 'a'))",
    "initializers.Orthogonal()(None)",
    "initializers.Orthogonal()((2, 2), dtype='zz')",
    "initializers.RandomNormal(mean='zz')((2, 2))",
    "initializers.RandomNormal(mean=None)((2, 2))",
    "initializers.RandomNormal(stddev='zz')((2, 2))",
    "initializers.RandomNormal(stddev=None)((2, 2))",
    "initializers.RandomNormal()('zz')",
    "initializers.RandomNormal()(-1)",
    "initializers.RandomNormal()((2, -1))",
    "initializers.RandomNormal()((2, 'a'))",
    "initializers.RandomNormal()(None)",
    "initializers.RandomNormal()((2, 2), dtype='zz')",
    "initializers.RandomUniform(minval='zz')((2, 2))",
    "initializers.RandomUniform(minval=None)((2, 2))",
    "initializers.RandomUniform(maxval='zz')((2, 2))",
    "initializers.RandomUniform(maxval=None)((2, 2))",
    "initializers.RandomUniform()('zz')",
    "initializers.RandomUniform()(-1)",
    "initializers.RandomUniform()((2, -1))",
    "initializers.RandomUniform()((2, 'a'))",
    "initializers.RandomUniform()(None)",
    "initializers.RandomUniform()((2, 2), dtype='zz')",
    "initializers.TruncatedNormal(mean='zz')((2, 2))",
    "initializers.TruncatedNormal(mean=None)((2, 2))",
    "initializers.TruncatedNormal(stddev='zz')((2, 2))",
    "initializers.TruncatedNormal(stddev=None)((2, 2))",
    "initializers.TruncatedNormal()('zz')",
    "initializers.TruncatedNormal()(-1)",
    "initializers.TruncatedNormal()((2, -1))",
    "initializers.TruncatedNormal()((2, 'a'))",
    "initializers.TruncatedNormal()(None)",
    "initializers.TruncatedNormal()((2, 2), dtype='zz')",
    "initializers.VarianceScaling(scale='zz')((2, 2))",
    "initializers.VarianceScaling(mode='zz')((2, 2))",
    "initializers.VarianceScaling(mode=5)((2, 2))",
    "initializers.VarianceScaling(distribution='zz')((2, 2))",
    "initializers.VarianceScaling(distribution=5)((2, 2))",
    "initializers.VarianceScaling()('zz')",
    "initializers.VarianceScaling()(-1)",
    "initializers.VarianceScaling()((2, -1))",
    "initializers.VarianceScaling()((2, 'a'))",
    "initializers.VarianceScaling()(None)",
    "initializers.VarianceScaling()((2, 2), dtype='zz')",
    "initializers.Zeros(nothing=1)",
    "initializers.Zeros()('zz')",
    "initializers.Zeros()(-1)",
    "initializers.Zeros()((2, -1))",
    "initializers.Zeros()((2, 'a'))",
    "initializers.Zeros()(None)",
    "initializers.get({})",
    "initializers.get({'class_name': 'zz', 'config': {}})",
]:
    attempt(call)
print(round(float(model.train_on_batch(x, y)), 5))
for call in [
    "initializers.Constant(nothing=1)",
    "initializers.Constant()((2, 2), dtype='zz')",
    "initializers.GlorotNormal(seed='zz')((2, 2))",
    "initializers.GlorotNormal(seed=1.5)((2, 2))",
    "initializers.GlorotNormal(nothing=1)",
    "initializers.GlorotUniform(seed='zz')((2, 2))",
    "initializers.GlorotUniform(seed=1.5)((2, 2))",
    "initializers.GlorotUniform(nothing=1)",
    "initializers.HeNormal(seed='zz')((2, 2))",
    "initializers.HeNormal(seed=1.5)((2, 2))",
    "initializers.HeNormal(nothing=1)",
    "initializers.HeUniform(seed='zz')((2, 2))",
    "initializers.HeUniform(seed=1.5)((2, 2))",
    "initializers.HeUniform(nothing=1)",
    "initializers.Identity(nothing=1)",
    "initializers.Identity()((2,))",
    "initializers.Identity()(((2, 2, 2)))",
    "initializers.Identity()((2, 2), dtype='zz')",
    "initializers.LecunNormal(seed='zz')((2, 2))",
    "initializers.LecunNormal(seed=1.5)((2, 2))",
    "initializers.LecunNormal(nothing=1)",
    "initializers.LecunUniform(seed='zz')((2, 2))",
    "initializers.LecunUniform(seed=1.5)((2, 2))",
    "initializers.LecunUniform(nothing=1)",
    "initializers.Ones()((2, 2), dtype='zz')",
    "initializers.Orthogonal(seed='zz')((2, 2))",
    "initializers.Orthogonal(seed=1.5)((2, 2))",
    "initializers.Orthogonal(nothing=1)",
    "initializers.Orthogonal()((2,))",
    "initializers.RandomNormal(seed='zz')((2, 2))",
    "initializers.RandomNormal(seed=1.5)((2, 2))",
    "initializers.RandomNormal(nothing=1)",
    "initializers.RandomUniform(seed='zz')((2, 2))",
    "initializers.RandomUniform(seed=1.5)((2, 2))",
    "initializers.RandomUniform(nothing=1)",
    "initializers.TruncatedNormal(seed='zz')((2, 2))",
    "initializers.TruncatedNormal(seed=1.5)((2, 2))",
    "initializers.TruncatedNormal(nothing=1)",
    "initializers.VarianceScaling(scale=-1)((2, 2))",
    "initializers.VarianceScaling(seed='zz')((2, 2))",
    "initializers.VarianceScaling(seed=1.5)((2, 2))",
    "initializers.VarianceScaling(nothing=1)",
    "initializers.Zeros()((2, 2), dtype='zz')",
    "initializers.get('zz')",
    "initializers.get(5)",
    "initializers.get([1])",
]:
    attempt(call, True)
print(round(float(model.train_on_batch(x, y)), 5))
