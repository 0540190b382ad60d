"""Layers that make numbers of texts, in a model: behind its Input, or as the first layer of a Sequential."""
import os
import tempfile

import numpy as np
import keras
import tensorflow as tf
from keras import layers

texts = tf.constant(["the cat sat on the mat", "a dog ate my homework", "the dog sat", "cats and dogs", "my cat ate the mat",
                  "homework on the mat"])
y = np.array([0, 1, 1, 0, 0, 1])

vectorize = layers.TextVectorization(max_tokens=12, output_sequence_length=5)
vectorize.adapt(texts)
text = keras.Input(shape=(1,), dtype=tf.string, name="text")
print(text)
x = vectorize(text)
print(x.shape, x.dtype)
x = layers.Embedding(12, 4, name="embed")(x)
x = layers.GlobalAveragePooling1D()(x)
model = keras.Model(text, layers.Dense(1, activation="sigmoid", name="out")(x), name="reader")
model.summary()
rng = np.random.default_rng(0)
model.set_weights([rng.normal(size=w.shape) for w in model.get_weights()])
model.compile("sgd", "binary_crossentropy", metrics=["accuracy"])
print(model.predict(tf.constant(texts[:3]), verbose=0).round(5).tolist())
print(model(tf.constant([["my dog"]])).numpy().round(5).tolist())
history = model.fit(texts, y, epochs=2, batch_size=2, shuffle=False, verbose=0)
print(np.round(history.history["loss"], 5).tolist(), model.evaluate(texts, y, verbose=0))
dataset = tf.data.Dataset.from_tensor_slices((texts, y)).batch(3)
print(np.round(model.evaluate(dataset, verbose=0), 5).tolist())

print("as the first layer, of open length, with masks")
encoder = layers.TextVectorization()
encoder.adapt(texts)
inner = keras.Sequential([encoder, layers.Embedding(len(encoder.get_vocabulary()), 3, mask_zero=True), layers.SimpleRNN(2),
                          layers.Dense(1)])
inner.build(input_shape=(None, 1))
inner.summary()
inner.set_weights([rng.normal(size=w.shape) for w in inner.get_weights()])
print(inner.predict(tf.constant(["the dog", "my cat ate all the homework"]), verbose=0).round(5).tolist())
print(inner(tf.constant([["the dog"]])).numpy().round(5).tolist())

print("a model behind a layer: what is handed out")
trained = keras.Sequential([layers.Input((5,)), model.get_layer("embed"), layers.GlobalAveragePooling1D(), model.get_layer("out")])
export = keras.Sequential([vectorize, trained, layers.Activation("sigmoid")])
export.compile(loss="binary_crossentropy", metrics=["accuracy"])
print(np.round(export.evaluate(texts, y, verbose=0), 5).tolist())
print(export.predict(tf.constant(["a cat"]), verbose=0).round(5).tolist())

print("a model of such a model")
both = keras.Input(shape=(1,), dtype="string")
twice = keras.Model(both, layers.Rescaling(2.0)(model(both)))
print([layer.name for layer in twice.layers][1], twice.predict(tf.constant([["the mat"]]), verbose=0).round(5).tolist())

print("columns of a table")
data = {"kind": tf.constant([["a"], ["b"], ["c"], ["a"]]), "age": np.array([[3], [7], [9], [3]]), "size": np.array([[1.5], [0.2], [2.5], [3.5]])}
kind = keras.Input((1,), name="kind", dtype="string")
age = keras.Input((1,), name="age", dtype="int64")
size = keras.Input((1,), name="size")
words = layers.StringLookup(vocabulary=["a", "b", "c"], output_mode="one_hot")
ages = layers.IntegerLookup(vocabulary=[3, 7], output_mode="multi_hot")
bins = layers.Discretization(bin_boundaries=[1.0, 2.0, 3.0], output_mode="one_hot")
print(words.compute_output_shape((None, 1)), ages.compute_output_shape((None, 1)))
parts = [words(kind), ages(age), bins(size)]
print([(part.shape, part.dtype) for part in parts])
table = keras.Model([kind, age, size], layers.Dense(1, use_bias=False, name="sum")(layers.Concatenate()(parts)))
table.set_weights([np.arange(len(table.get_weights()[0]), dtype="float32")[:, None]])
print(table.predict(data, verbose=0).tolist())
table.compile("sgd", "mse")
print(np.round(table.fit(data, np.array([1.0, 2.0, 3.0, 4.0]), epochs=2, verbose=0).history["loss"], 4).tolist())

print("files keep the words")
path = os.path.join(tempfile.mkdtemp(), "reader.keras")
model.save(path)
again = keras.models.load_model(path)
print(again.layers[1].get_vocabulary()[:4], np.allclose(again.predict(texts, verbose=0), model.predict(texts, verbose=0)))
