# close: a mask behind layers that learn; what takes mask= and what does not.
import numpy as np, keras
from keras import layers
np.set_printoptions(precision=4, suppress=True)
r = np.random.RandomState(0)
m = keras.Sequential([keras.Input((4, 3)), layers.Dense(3), layers.Masking(0.1), layers.LSTM(2), layers.Dense(1)])
m.set_weights([r.rand(*w.shape) - 0.4 for w in m.get_weights()])
m.compile("sgd", "mse")
print([round(float(m.train_on_batch(r.rand(2, 4, 3), r.rand(2, 1))), 5) for i in range(3)])
x, mask = r.rand(2, 4, 3).astype("float32"), np.array([[1, 1, 0, 0], [1, 0, 1, 1]], bool)
for layer in (layers.SimpleRNN(2), layers.GRU(2), layers.Bidirectional(layers.LSTM(2))):
    layer(x)
    layer.set_weights([r.rand(*w.shape) - 0.4 for w in layer.get_weights()])
    print(np.array(layer(x, mask=mask)), np.array(layer(x, mask=None))[0])
for layer in (layers.Dense(2), layers.Dropout(0.1), layers.LayerNormalization()):
    try:
        print("no error", layer(x, mask=mask))
    except TypeError as error:
        print(error)
frozen = keras.Sequential([keras.Input((3,)), layers.Dense(2)], trainable=False)
print(frozen.trainable, len(frozen.trainable_weights), len(frozen.weights))
print(layers.SimpleRNN(2, activity_regularizer="l1").get_config()["activity_regularizer"])
