# close: what a call in a functional model says of training gives way to what fit and predict say.
import numpy as np, keras
from keras import layers
np.set_printoptions(precision=4, suppress=True)
r = np.random.RandomState(2)
x, y = r.rand(8, 3).astype("float32"), r.rand(8, 3).astype("float32")
for said in (None, True, False):
    tensor = keras.Input((3,))
    model = keras.Model(tensor, layers.BatchNormalization(momentum=0.5)(tensor, training=said))
    model.compile(keras.optimizers.SGD(0.1), "mse")
    print(said, model.train_on_batch(x, y) / 2, model.get_weights()[2], model.predict(x, verbose=0)[0])
    print(np.array(model(x))[0] / 4, np.array(model(x, training=False))[0], np.array(model(x, training=True))[0] / 4)
    base = keras.Sequential([keras.Input((3,)), layers.BatchNormalization(momentum=0.5)])
    whole = keras.Model(tensor, base(tensor, training=said))
    whole.compile(keras.optimizers.SGD(0.1), "mse")
    print(whole.train_on_batch(x, y) / 2, whole.get_weights()[2], whole.predict(x, verbose=0)[0], np.array(whole(x))[0] / 4)
    noisy = keras.Model(tensor, layers.Dropout(0.5)(tensor, training=said))
    print(np.abs(noisy.predict(x, verbose=0) - x).max() > 0, np.abs(np.array(noisy(x)) - x).max() > 0,
          np.abs(np.array(noisy(x, training=True)) - x).max() > 0)
base.trainable = False
whole.compile(keras.optimizers.SGD(0.1), "mse")
before = whole.get_weights()[2]
whole.train_on_batch(x, y)
print((before == whole.get_weights()[2]).all())
