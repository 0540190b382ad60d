# close
import numpy as np
import keras
from keras import layers, regularizers
r = np.random.RandomState(0)
for layer in (layers.SpatialDropout1D(0.3), layers.SpatialDropout2D(0.3), layers.GaussianNoise(0.1),
              layers.GaussianDropout(0.2), layers.AlphaDropout(0.1, seed=3), layers.ActivityRegularization(l1=0.1),
              layers.Dropout(0.2, noise_shape=(None, 1, 4))):
    print(layer.get_config())
x = np.ones((200, 30, 4), "float32")
y = np.array(layers.SpatialDropout1D(0.5)(x, training=True))
print((y.std(axis=1) == 0).all(), sorted(set(y.ravel().tolist())), abs(y.mean() - 1) < 0.2)
y = np.array(layers.SpatialDropout2D(0.5)(x.reshape(200, 5, 6, 4), training=True))
print((y.std(axis=(1, 2)) == 0).all(), abs(y.mean() - 1) < 0.2)
y = np.array(layers.Dropout(0.5, noise_shape=(None, 1, 1))(x, training=True))
print((y.std(axis=(1, 2)) == 0).all(), abs(y.mean() - 1) < 0.3)
y = np.array(layers.GaussianNoise(0.5)(x, training=True))
print(abs(y.mean() - 1) < 0.02, abs(y.std() - 0.5) < 0.02, len(set(y.ravel().tolist())) > 20000)
y = np.array(layers.GaussianDropout(0.5)(x, training=True))
print(abs(y.mean() - 1) < 0.04, abs(y.std() - 1) < 0.04)
y = np.array(layers.AlphaDropout(0.5)(r.randn(200, 300).astype("float32"), training=True))
print(abs(y.mean()) < 0.02, abs(y.std() - 1) < 0.02)
print(np.array(layers.GaussianNoise(0.5)(x)).std(), np.array(layers.AlphaDropout(0.5)(x, training=False)).std())
model = keras.Sequential([
    keras.Input((5,)), layers.Dense(4, kernel_regularizer=regularizers.OrthogonalRegularizer(0.1)),
    layers.ActivityRegularization(l1=0.01, l2=0.02),
    layers.Dense(3, kernel_regularizer=regularizers.OrthogonalRegularizer(0.3, mode="columns"))])
model.set_weights([r.randn(*w.shape) / 2 for w in model.get_weights()])
model.compile(keras.optimizers.SGD(0.05), "mse")
history = model.fit(r.rand(8, 5), r.rand(8, 3), epochs=3, verbose=0, shuffle=False)
print(history.history["loss"][-1] / 10, [np.abs(w).mean() / 2 for w in model.get_weights()])
print(regularizers.OrthogonalRegularizer().get_config(), regularizers.get("orthogonal_regularizer").get_config())
for f in (lambda: layers.GaussianNoise(2), lambda: layers.SpatialDropout1D(-1), lambda: layers.Dropout(0.1, noise_shape="a"),
          lambda: layers.Dropout(0.1, noise_shape=3), lambda: layers.Dropout(0.1, noise_shape=(1, 0)),
          lambda: layers.Dropout(0.1, noise_shape=(1, 2.5)), lambda: regularizers.OrthogonalRegularizer(mode="x")):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)
