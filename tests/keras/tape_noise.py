# close: inside a tape layers that only work while training leave numbers alone outside of training.
import numpy as np, keras
import tensorflow as tf
from keras import layers
x = tf.constant(np.random.RandomState(0).rand(40, 4, 4, 3).astype("float32"))
for layer in (layers.Dropout(0.5), layers.GaussianNoise(0.5), layers.GaussianDropout(0.5), layers.AlphaDropout(0.5),
              layers.SpatialDropout2D(0.5), layers.RandomFlip(), layers.RandomRotation(0.3), layers.RandomContrast(0.5),
              layers.Dropout(0.5, noise_shape=(None, 1, 1, 1))):
    for training in (False, True) if "random" in layer.name else (False, True, None):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = layer(x, training=training)
        print(layer.name, training, bool(np.abs(np.array(y) - np.array(x)).max() > 0))
bright = layers.RandomBrightness((0.2, 0.2), value_range=(0, 1))
with tf.GradientTape() as tape:
    tape.watch(x)
    y = bright(x, training=True)
print(np.array(tape.gradient(y, x)).sum() / 10000, np.array(bright(x[:1], training=True)).mean())
with tf.GradientTape() as tape:
    tape.watch(x)
    y = layers.Resizing(3, 5, pad_to_aspect_ratio=True)(x)
print(np.array(tape.gradient(y, x)).sum() / 10000, y.shape)
