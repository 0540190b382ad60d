# close
import tensorflow as tf
import keras

for optimizer in (keras.optimizers.SGD(0.1), keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True),
                  keras.optimizers.RMSprop(0.01), keras.optimizers.Adam(0.01, clipnorm=0.1),
                  keras.optimizers.SGD(0.1, clipvalue=0.05, weight_decay=0.1)):
    w = tf.Variable([[0.5, -0.25], [0.1, 0.75]])
    b = tf.Variable([0.1, 0.2])
    for step in range(4):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(tf.square(tf.constant([[0.3, 0.6]]) @ w + b))
        gradients = tape.gradient(loss, [w, b])
        if step % 2:
            optimizer.apply(gradients, [w, b])
        else:
            optimizer.apply_gradients(zip(gradients, [w, b]))
    print(type(optimizer).__name__, w.numpy().tolist(), b.numpy().tolist())
try:
    keras.optimizers.SGD().apply_gradients([(None, tf.Variable(1.0))])
except ValueError as error:
    print(error)
