# get_config of initializers, regularizers, losses, metrics, optimizers.
import keras
from keras import initializers, regularizers, losses, metrics, optimizers
for i in [initializers.Zeros(), initializers.Ones(), initializers.Constant(2.0), initializers.RandomNormal(seed=1), initializers.RandomUniform(-1, 1, seed=2), initializers.TruncatedNormal(stddev=0.1, seed=1), initializers.GlorotUniform(seed=4), initializers.HeNormal(seed=5), initializers.LecunUniform(seed=5), initializers.VarianceScaling(scale=2.0, mode="fan_out", seed=1), initializers.Orthogonal(gain=2.0, seed=1), initializers.Identity()]:
    print(i.get_config())
print(initializers.GlorotUniform().get_config())
for r in [regularizers.L1(), regularizers.L2(0.1), regularizers.L1L2(0.1, 0.2), regularizers.l1(0.5)]:
    print(r.get_config())
for l in [losses.MeanSquaredError(), losses.BinaryCrossentropy(from_logits=True), losses.CategoricalCrossentropy(label_smoothing=0.1), losses.SparseCategoricalCrossentropy(), losses.MeanAbsoluteError(name="mae")]:
    print(l.get_config())
for m in [metrics.Accuracy(), metrics.BinaryAccuracy(threshold=0.4), metrics.MeanSquaredError(), metrics.SparseCategoricalAccuracy(name="acc")]:
    print(m.get_config())
for o in [optimizers.SGD(), optimizers.SGD(0.1, momentum=0.9, nesterov=True), optimizers.RMSprop(), optimizers.Adam(learning_rate=0.01), optimizers.Adam(clipnorm=1.0)]:
    print(o.get_config())
print(losses.MeanSquaredError().name, metrics.Accuracy().name, optimizers.Adam().name, optimizers.SGD(name="slow").name)
