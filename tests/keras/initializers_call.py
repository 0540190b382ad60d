# Initializers make tensors.
import keras, numpy as np
from keras import initializers
print(initializers.Zeros()((2, 3)))
print(initializers.Ones()(shape=(2,)))
print(initializers.Constant(3)((2, 2)))
print(initializers.Identity()((3, 3)))
v = initializers.RandomNormal(mean=0.0, stddev=1.0, seed=1)((1000, 10))
print(v.shape, v.dtype, abs(float(np.mean(v))) < 0.05, abs(np.std(v) - 1) < 0.05)
v = initializers.GlorotUniform(seed=1)((100, 50))
print(np.max(np.abs(v)) <= np.sqrt(6 / 150))
v = initializers.HeNormal()((100, 50))
print(abs(np.std(v) - np.sqrt(2 / 100)) < 0.01)
print(initializers.get("he_normal").__class__.__name__, type(initializers.get("zeros")))
a = initializers.RandomUniform(seed=3); b = initializers.RandomUniform(seed=3)
print(bool(np.all(np.array(a((5,))) == np.array(b((5,))))))
print(initializers.get(None))
