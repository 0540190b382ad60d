# close
import numpy as np
import keras
from keras import layers
r = np.random.RandomState(0)
x = (r.rand(6, 3) * 2).astype("float32")
print(np.array(layers.Rescaling(1.0 / 2, offset=-0.5)(x))[:2].tolist(), layers.Rescaling(0.5).get_config())
norm = layers.Normalization()
norm.adapt(x)
print((np.array(norm(x))[:2] / 2).tolist(), (np.array(norm.mean) / 2).tolist(), np.array(norm.variance).tolist())
print(norm.get_config())
print([(w.name, w.shape) for w in norm.weights], norm.count_params())
norm = layers.Normalization(axis=None)
norm.adapt(x)
print((np.array(norm(x))[:2] / 2).tolist(), np.array(norm.mean).shape)
norm = layers.Normalization(axis=(1, -1))
norm.adapt(r.rand(4, 2, 3).astype("float32"))
print((np.array(norm(r.rand(1, 2, 3))) / 4).tolist(), np.array(norm.variance).shape)
print(np.array(layers.Normalization(mean=0.5, variance=4.0)(x))[:1].tolist())
print((np.array(layers.Normalization(mean=[0.1, 0.2, 0.3], variance=[1.0, 2.0, 4.0], invert=True)(x))[:1] / 4).tolist())
model = keras.Sequential([keras.Input((3,)), layers.Normalization(), layers.Dense(1)])
model.layers[0].adapt(x)
model.layers[1].set_weights([r.rand(3, 1), r.rand(1)])
model.compile("sgd", "mse")
print(model.fit(x, r.rand(6, 1), epochs=2, verbose=0, shuffle=False).history["loss"][-1] / 4)
for mode in ("one_hot", "multi_hot", "count"):
    layer = layers.CategoryEncoding(num_tokens=4, output_mode=mode)
    print(np.array(layer(np.array([[3, 1, 1], [0, 2, 3]]))), list(layer.get_config().items())[3:])
print(np.array(layers.CategoryEncoding(num_tokens=3, output_mode="one_hot")(np.array([[2], [0]]))))
print(np.array(layers.CategoryEncoding(num_tokens=3, output_mode="one_hot")(np.array([2, 0]))))
for f in (lambda: layers.Normalization(mean=1.0), lambda: layers.CategoryEncoding(), lambda: layers.Normalization(axis=3)(x),
          lambda: layers.CategoryEncoding(num_tokens=0), lambda: layers.CategoryEncoding(num_tokens=2, output_mode="x")):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)
