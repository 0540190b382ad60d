"""keras.utils.FeatureSpace: the columns of a table as numbers, and models behind it; a layer's state stays untrained."""
import keras
import numpy as np
import pandas as pd
import tensorflow as tf
from keras import layers
from keras.utils import FeatureSpace

table = pd.DataFrame({"age": [20.0, 30.0, 40.0, 50.0] * 4, "sex": [0, 1, 0, 1] * 4, "thal": ["a", "b", "a", "c"] * 4,
                      "slope": [1, 2, 3, 3] * 4, "target": [0, 1, 1, 0] * 4})
labels = table.pop("target")
dataset = tf.data.Dataset.from_tensor_slices((dict(table), labels)).batch(4)
space = FeatureSpace(features={"sex": FeatureSpace.integer_categorical(num_oov_indices=0), "thal": "string_categorical",
                               "slope": FeatureSpace.integer_categorical(output_mode="one_hot"),
                               "age": FeatureSpace.float_normalized()}, output_mode="concat")
try:
    space(dict(table))
except ValueError as error:
    print(error)
space.adapt(dataset.map(lambda x, _: x))
for x, y in dataset.take(1):
    made = space(x)
    print(made.shape, made.dtype, np.round(made.numpy()[1], 3))
print(np.round(space({"sex": 1, "thal": "z", "slope": 3, "age": 40.0}).numpy(), 3))

ready = dataset.map(lambda x, y: (space(x), y)).prefetch(2)
encoded = space.get_encoded_features()
print(encoded.shape, [(key, each.shape, each.dtype) for key, each in space.get_inputs().items()])
outputs = layers.Dense(1, activation="sigmoid")(layers.Dense(8, activation="relu")(encoded))
training = keras.Model(inputs=encoded, outputs=outputs)
training.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
print(sorted(training.fit(ready, epochs=2, verbose=0, validation_data=ready).history))
whole = keras.Model(inputs=space.get_inputs(), outputs=outputs)
sample = {"sex": 1, "thal": "b", "slope": 3, "age": 40.0}
there = whole.predict({key: tf.convert_to_tensor([value]) for key, value in sample.items()}, verbose=0)
print(np.abs(there - training(space({key: np.array([value]) for key, value in sample.items()})).numpy()).max() < 1e-5)

crossed = FeatureSpace(features={"sex": "integer_categorical", "slope": FeatureSpace.integer_hashed(4),
                                 "age": FeatureSpace.float_discretized(num_bins=3), "thal": FeatureSpace.string_hashed(8)},
                       crosses=[FeatureSpace.cross(("sex", "slope"), crossing_dim=16)], output_mode="dict")
crossed.adapt(dict(table))
print([(key, each.shape) for key, each in sorted(crossed(dict(table)).items())])
print(crossed({"sex": [0], "slope": [1], "age": [31.0], "thal": ["a"]})["age"].numpy())
scaled = FeatureSpace({"x": FeatureSpace.float_rescaled(0.5, 1.0), "y": FeatureSpace.float()})
print(scaled({"x": [2.0, 4.0], "y": [1.0, 2.0]}).numpy())
for wrong in (lambda: FeatureSpace({}), lambda: FeatureSpace({"a": "float"}, output_mode="x"), lambda: FeatureSpace({"a": "x"}),
              lambda: FeatureSpace({"a": "float"}, crosses=[("a", "b")]), lambda: FeatureSpace.cross(("a", "b"), 3, "x"),
              lambda: scaled([1.0]), lambda: space.adapt([1.0]), lambda: FeatureSpace.feature("float32", None, "x"),
              lambda: FeatureSpace({"a": FeatureSpace.feature("float32", layers.Rescaling(1.0), "one_hot")})({"a": [1.0]}),
              lambda: FeatureSpace({"a": FeatureSpace.integer_hashed(3, output_mode="int")})({"a": [1]})):
    try:
        print(wrong())
    except ValueError as error:
        print(str(error)[:150])

normal = layers.Normalization()
normal.adapt(np.ones((4, 3)))
model = keras.Sequential([keras.Input((3,)), normal, layers.BatchNormalization(), layers.Dense(2)])
for layer in model.layers:
    layer.trainable = True
print(len(model.trainable_weights), len(model.non_trainable_weights))
model.trainable = False
print(len(model.trainable_weights), len(model.non_trainable_weights))
model.trainable = True
print(len(model.trainable_weights), len(model.non_trainable_weights))
