# close
import numpy as np
import tensorflow as tf
import keras

np.set_printoptions(precision=4, suppress=True)

labels = tf.constant([[0., 1., 0.], [1., 0., 0.]])
logits = tf.constant([[0.2, 0.5, -0.3], [0.1, 0.4, 0.2]])
classes = tf.constant([1, 0])
print(tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits) * 0.5)
print(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=classes, logits=logits) * 0.5)
print(tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits))
print(tf.nn.l2_loss(logits), tf.nn.moments(logits, axes=[0]), tf.nn.bias_add(logits, [0.1, 0.2, 0.3]))
w = tf.Variable(logits)
losses = [keras.losses.MeanSquaredError(), keras.losses.CategoricalCrossentropy(from_logits=True),
          keras.losses.BinaryCrossentropy(from_logits=True), keras.losses.MeanAbsoluteError(reduction="sum")]
for loss in losses:
    with tf.GradientTape() as tape:
        value = loss(labels, w)
    print(value * 0.5, tape.gradient(value, w))
with tf.GradientTape() as tape:
    value = keras.losses.SparseCategoricalCrossentropy(from_logits=True)(classes, w)
print(tape.gradient(value, w))
with tf.GradientTape() as tape:
    value = tf.reduce_mean(keras.losses.mean_squared_error(labels, tf.nn.softmax(w)))
print(value, tape.gradient(value, w))
images = tf.reshape(tf.range(16, dtype=tf.float32) / 20, (1, 4, 4, 1))
kernel = tf.ones((2, 2, 1, 1)) / 10
print(tf.nn.conv2d(images, kernel, strides=1, padding="VALID")[0, :, :, 0])
print(tf.nn.max_pool2d(images, 2, 2, "VALID")[0, :, :, 0], tf.nn.avg_pool2d(images, 2, 2, "SAME")[0, :, :, 0])
print(tf.nn.dropout(tf.ones((3,)), 0.0), tf.nn.embedding_lookup(tf.constant([[0.1], [0.2]]), [1, 0]))
