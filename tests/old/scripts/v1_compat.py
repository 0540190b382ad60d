# tf.compat.v1 and eager execution by hand.
import tensorflow as tf

tf.enable_eager_execution()
tf.compat.v1.set_random_seed(1)
tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.ERROR)
layer = tf.keras.layers.Dense(units=2, batch_input_shape=(None, 3))
print(layer.units, float(tf.constant(2.0)))
