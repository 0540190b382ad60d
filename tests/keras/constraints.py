# close
import numpy as np
import keras
from keras import constraints, layers
r = np.random.RandomState(0)
for name in ("max_norm", "non_neg", "unit_norm", "min_max_norm"):
    c = constraints.get(name)
    print(type(c).__name__, c.get_config())
w = r.randn(3, 2).astype("float32")
print(np.array(constraints.MaxNorm(0.5)(w)).tolist(), np.array(constraints.NonNeg()(w)).tolist())
x, y = r.randn(12, 5).astype("float32"), r.randn(12, 2).astype("float32")
for c in (constraints.MaxNorm(0.7), constraints.NonNeg(), constraints.UnitNorm(axis=1),
          constraints.MinMaxNorm(0.5, 0.9, rate=0.7), constraints.MaxNorm(0.6, axis=(0, 1)), "unit_norm"):
    model = keras.Sequential([keras.Input((5,)), layers.Dense(4, kernel_constraint=c, bias_constraint="non_neg"),
                              layers.Dense(2)])
    model.set_weights([r.randn(*w.shape) / 2 for w in model.get_weights()])
    model.compile(keras.optimizers.SGD(0.01), "mse")
    model.fit(x, y, epochs=2, batch_size=5, shuffle=False, verbose=0)
    print([np.abs(w).mean() / 2 for w in model.get_weights()])
    print(model.layers[0].get_config()["kernel_constraint"])
model = keras.Sequential([
    keras.Input((6, 6, 3)),
    layers.Conv2D(4, 3, kernel_constraint=constraints.MaxNorm(0.5, axis=(0, 1, 2)), bias_constraint="non_neg"),
    layers.BatchNormalization(gamma_constraint="non_neg", beta_constraint="non_neg"),
    layers.DepthwiseConv2D(2, depthwise_constraint="non_neg"),
    layers.SeparableConv2D(2, 2, depthwise_constraint="non_neg", pointwise_constraint="non_neg"),
    layers.Flatten(), layers.LayerNormalization(gamma_constraint="non_neg"), layers.Dense(1)])
model.set_weights([np.abs(r.randn(*w.shape)) if "variance" in v.path else r.randn(*w.shape) / 2
                   for w, v in zip(model.get_weights(), model.weights)])
model.compile(keras.optimizers.SGD(0.01), "mse")
model.fit(r.rand(8, 6, 6, 3), r.rand(8, 1), epochs=1, verbose=0, shuffle=False)
print([(w >= 0).all() for w in model.get_weights()])
print(np.sqrt((model.get_weights()[0] ** 2).sum((0, 1, 2))).max() < 0.5001)
for f in (lambda: layers.Dense(3, kernel_constraint="foo"), lambda: constraints.get("zz")):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)
