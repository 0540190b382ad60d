# close
import numpy as np
import keras
from keras import activations, layers
r = np.random.RandomState(0)
x = r.randn(5, 4, 6).astype("float32")
y = r.rand(5, 2)
for layer in (layers.Identity(), layers.PReLU(alpha_initializer="ones"), layers.PReLU(shared_axes=[1], alpha_regularizer="l2",
              alpha_constraint="non_neg"), layers.UnitNormalization(), layers.UnitNormalization(axis=1),
              layers.RMSNormalization(epsilon=0.01), layers.GroupNormalization(groups=3),
              layers.GroupNormalization(groups=-1, center=False, epsilon=0.01), layers.GroupNormalization(2, scale=False)):
    model = keras.Sequential([keras.Input((4, 6)), layers.Dense(6), layer, layers.Flatten(), layers.Dense(2)])
    model.set_weights([r.randn(*w.shape) * 0.3 for w in model.get_weights()])
    model.compile(keras.optimizers.SGD(0.01), "mse")
    history = model.fit(x, y, epochs=2, batch_size=3, shuffle=False, verbose=0)
    print(layer.name, [(w.path, w.shape) for w in layer.weights], history.history["loss"][-1] / 8)
    print([np.abs(w).mean() for w in model.get_weights()], list(layer.get_config())[3:])
x = np.linspace(-3, 3, 7).astype("float32")
for name in ("celu", "hard_shrink", "soft_shrink", "sparse_plus", "sparse_sigmoid", "squareplus"):
    print(name, np.array(getattr(activations, name)(x)), layers.Activation(name).get_config()["activation"])
print(np.array(activations.celu(x, alpha=0.5)), np.array(activations.hard_shrink(x, threshold=1.5)))
print(np.array(activations.soft_shrink(x, threshold=0.25)), np.array(activations.squareplus(x, b=2)))
print(np.array(activations.threshold(x, 0.5, -1.0)))
