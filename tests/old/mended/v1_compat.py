# tf.compat.v1 and eager execution by hand.
import tensorflow as tf

None
tf.compat.v1.set_random_seed(1)
tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.ERROR)
layer = tf.keras.layers.Dense(units=2, input_shape=(3,))
print(layer.units, float(tf.constant(2.0)))
