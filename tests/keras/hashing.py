"""keras.layers.Hashing and HashedCrossing, tf.strings.to_hash_bucket_fast and _strong."""
import numpy as np
import keras
import tensorflow as tf
from keras import layers

words = tf.constant([["A"], ["B"], ["C"], ["D"], ["E"]])
layer = layers.Hashing(num_bins=3)
print(layer(words))
print(layers.Hashing(num_bins=3, mask_value="")([["A"], ["B"], [""], ["C"], ["D"]]).numpy().ravel())
for salt in (133, [133, 137]):
    print(layers.Hashing(num_bins=3, salt=salt)(words).numpy().ravel())
print(layers.Hashing(num_bins=4, output_mode="one_hot")([1, 2, 3, 4]))
print(layers.Hashing(num_bins=4, output_mode="multi_hot")([[1, 2], [3, 4]]).numpy().tolist())
print(layers.Hashing(num_bins=4, output_mode="count")([[1, 2], [3, 3]]).numpy().tolist())
print(layer.get_config())
print(layers.Hashing.from_config(layer.get_config())(words).numpy().ravel())
for wrong in (dict(num_bins=0), dict(num_bins=2, output_mode="some"), dict(num_bins=2, salt="a"), dict(num_bins=2, sparse=True)):
    try:
        layers.Hashing(**wrong)
    except ValueError as error:
        print(error)

text = keras.Input((1,), dtype="string")
print(layer(text), layers.Hashing(num_bins=4, output_mode="one_hot")(text))
x = layers.Hashing(num_bins=4, output_mode="multi_hot")(text)
model = keras.Model(text, layers.Dense(1, use_bias=False, kernel_initializer="ones")(x))
model.set_weights([np.array([[1.0], [2.0], [3.0], [4.0]])])
print(model.predict(words, verbose=0).ravel())

cross = layers.HashedCrossing(num_bins=5)
print(cross((tf.constant(["A", "B", "A"]), tf.constant([101, 101, 102]))))
print(cross((tf.constant([["A"], ["B"]]), tf.constant([[101], [7]]))).numpy().tolist())
print(layers.HashedCrossing(num_bins=5, output_mode="one_hot")((tf.constant(["A", "B"]), tf.constant([101, 102]))))
print(cross.get_config())
try:
    layers.HashedCrossing(5, output_mode="count")
except ValueError as error:
    print(error)

texts = ["Hello", "", "a", "TensorFlow", "seventeen letters", "x" * 32, "y" * 40, "z" * 64, "w" * 65, "abcdefghijkl" * 20]
print(tf.strings.to_hash_bucket_fast(texts, 1000000007))
print(tf.strings.to_hash_bucket_strong(texts, 1000000007, [1, 2]).numpy())
print(tf.strings.to_hash_bucket(texts, 1000000007).numpy())
