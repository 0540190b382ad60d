import tensorflow as tf

x = tf.constant([[1, 2, 3], [4, 5, 6]])
print(tf.reshape(x, (3, 2)), tf.reshape(x, [-1]), tf.transpose(x), tf.expand_dims(x, 0).shape, tf.squeeze([[1], [2]]))
print(tf.concat([x, x], 0).shape, tf.concat([x, x], axis=1), tf.stack([x, x]).shape, tf.stack([1, 2], axis=0))
print(tf.unstack(x), [i.numpy().tolist() for i in tf.split(x, 3, axis=1)], [i.shape for i in tf.split(x, [1, 2], 1)])
print(tf.tile(x, [1, 2]), tf.repeat([1, 2], 2), tf.repeat(x, [1, 2], axis=0), tf.pad(x, [[1, 0], [0, 1]]))
print(tf.pad([1, 2, 3], [[2, 2]], "REFLECT"), tf.reverse(x, [1]), tf.roll([1, 2, 3], 1, axis=0))
print(tf.zeros((2, 2)), tf.ones([2], tf.int32), tf.fill([2], 7), tf.eye(2), tf.zeros_like(x), tf.ones_like([1.5]))
print(tf.range(3), tf.range(1, 10, 3), tf.range(0., 1., 0.25), tf.linspace(0., 1., 3))
print(tf.shape(x), tf.size(x), tf.rank(x), tf.one_hot([0, 2], 3), tf.one_hot([1], 2, on_value=5, off_value=-1))
print(tf.cast(2.7, tf.int32), tf.cast([0, 3], tf.bool), tf.cast(x, "float32"), tf.constant(3, shape=(2, 2)))
print(tf.sort([3, 1, 2]), tf.argsort([3, 1, 2]), tf.sort([3, 1, 2], direction="DESCENDING"), tf.unique([5, 3, 5])[0])
print(tf.broadcast_to([1, 2], (2, 2)), tf.is_tensor(x), tf.is_tensor(3), tf.convert_to_tensor([1., 2.]))
print(tf.cumsum([1, 2, 3]), tf.cumsum([1, 2, 3], exclusive=True), tf.cumsum([1, 2, 3], reverse=True))
try:
    tf.reshape(x, (4, 2))
except Exception as error:
    print("refused")
