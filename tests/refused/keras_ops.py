import numpy as np
import keras
import tensorflow as tf
from keras import ops
from refusals import refuses, report

x = keras.Input((4,))
refuses(NotImplementedError, 'keras.ops.median() is there for numbers, not inside of a model', ops.median, x)
refuses(NotImplementedError, 'keras.ops.cond() decides on numbers, and inside of a model they are not known yet: where(condition, a, b) '
        'is there for tensors', ops.cond, x, lambda: 1, lambda: 2)
refuses(AttributeError, "module 'keras.ops' has no attribute 'jvp'", getattr, ops, 'jvp')
v = tf.constant([1., 2., 3.])
with tf.GradientTape() as tape:
    tape.watch(v)
    refuses(NotImplementedError, 'keras.ops.median() has no gradient here, and a tape follows its input: call it on '
            'keras.ops.stop_gradient(x), or outside of the tape', ops.median, v)
    print(ops.median(ops.stop_gradient(v)).numpy())
cube = np.zeros((1, 2, 3, 4, 5), 'float32')
refuses(NotImplementedError, 'MaxPool over 3 axes is not there: 1 and 2 are', ops.max_pool, cube, 2)
flat = np.ones((1, 4, 4, 1), 'float32')
refuses(NotImplementedError, 'conv_transpose(output_padding=) is not there; layers.Conv2DTranspose has it', ops.conv_transpose, flat,
        np.ones((2, 2, 1, 1), 'float32'), output_padding=1)
refuses(NotImplementedError, 'dot_product_attention(attn_logits_soft_cap=) is not there', ops.dot_product_attention, flat, flat, flat,
        attn_logits_soft_cap=2.0)
refuses(NotImplementedError, 'a range to a size that is not known yet begins at 0 and rises',
        lambda: keras.Sequential([keras.Input((None,)), keras.layers.Lambda(lambda t: tf.range(1, tf.shape(t)[1]))]))
report()
