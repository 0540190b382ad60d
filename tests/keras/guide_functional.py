# close
import numpy as np, keras
from keras import layers, ops
rng = np.random.RandomState(0)
num_tags, num_words, num_departments = 5, 20, 4
title_input = keras.Input(shape=(None,), name="title"); body_input = keras.Input(shape=(None,), name="body"); tags_input = keras.Input(shape=(num_tags,), name="tags")
title_features = layers.Embedding(num_words, 6)(title_input); body_features = layers.Embedding(num_words, 6)(body_input)
title_features = layers.LSTM(8)(title_features); body_features = layers.LSTM(4)(body_features)
x = layers.concatenate([title_features, body_features, tags_input])
priority_pred = layers.Dense(1, name="priority")(x); department_pred = layers.Dense(num_departments, name="department")(x)
model = keras.Model(inputs=[title_input, body_input, tags_input], outputs={"priority": priority_pred, "department": department_pred})
model.set_weights([(rng.rand(*w.shape) - .5) for w in model.get_weights()])
model.compile(optimizer=keras.optimizers.SGD(0.05), loss={"priority": keras.losses.BinaryCrossentropy(from_logits=True), "department": keras.losses.CategoricalCrossentropy(from_logits=True)},
    loss_weights={"priority": 1.0, "department": 0.2})
title_data = rng.randint(num_words, size=(16, 5)); body_data = rng.randint(num_words, size=(16, 9)); tags_data = rng.randint(2, size=(16, num_tags)).astype("float32")
priority_targets = rng.random(size=(16, 1)); dept_targets = np.eye(num_departments)[rng.randint(0, num_departments, 16)]
h = model.fit({"title": title_data, "body": body_data, "tags": tags_data}, {"priority": priority_targets, "department": dept_targets}, epochs=2, batch_size=8, shuffle=False, verbose=0)
for k in sorted(h.history): print(k, [round(v, 5) for v in h.history[k]])
p = model.predict({"title": title_data[:2], "body": body_data[:2], "tags": tags_data[:2]}, verbose=0)
print(type(p).__name__, sorted(p), p["priority"].round(4).ravel())
inputs = keras.Input(shape=(8, 8, 3), name="img")
x = layers.Conv2D(4, 3, activation="relu")(inputs); x = layers.Conv2D(6, 3, activation="relu")(x)
block_1_output = layers.MaxPooling2D(2)(x)
x = layers.Conv2D(6, 3, activation="relu", padding="same")(block_1_output); x = layers.Conv2D(6, 3, activation="relu", padding="same")(x)
block_2_output = layers.add([x, block_1_output])
x = layers.GlobalAveragePooling2D()(block_2_output)
outputs = layers.Dense(10)(layers.Dropout(0.5)(layers.Dense(6, activation="relu")(x)))
model = keras.Model(inputs, outputs, name="toy_resnet"); model.summary()
def get_model():
    inputs = keras.Input(shape=(8,)); return keras.Model(inputs, layers.Dense(1)(inputs))
model1, model2, model3 = get_model(), get_model(), get_model()
inputs = keras.Input(shape=(8,))
ens = keras.Model(inputs=inputs, outputs=layers.average([model1(inputs), model2(inputs), model3(inputs)]))
print(ens.predict(np.ones((2, 8)), verbose=0).shape, len(ens.layers), ens.count_params())
class CustomDense(layers.Layer):
    def __init__(self, units=32):
        super().__init__(); self.units = units
    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), initializer="random_normal", trainable=True)
        self.b = self.add_weight(shape=(self.units,), initializer="random_normal", trainable=True)
    def call(self, inputs): return ops.matmul(inputs, self.w) + self.b
    def get_config(self): return {"units": self.units}
inputs = keras.Input((4,)); outputs = CustomDense(10)(inputs); model = keras.Model(inputs, outputs)
config = model.get_config()
new_model = keras.Model.from_config(config, custom_objects={"CustomDense": CustomDense})
print(len(new_model.weights), new_model.output_shape)
units, timesteps, input_dim, batch_size = 6, 5, 4, 3
class CustomRNN(layers.Layer):
    def __init__(self):
        super().__init__()
        self.units = units
        self.projection_1 = layers.Dense(units=units, activation="tanh"); self.projection_2 = layers.Dense(units=units, activation="tanh")
        self.classifier = layers.Dense(1)
    def call(self, inputs):
        outputs = []
        state = ops.zeros(shape=(inputs.shape[0], self.units))
        for t in range(inputs.shape[1]):
            x = inputs[:, t, :]
            h = self.projection_1(x); y = h + self.projection_2(state); state = y
            outputs.append(y)
        features = ops.stack(outputs, axis=1)
        return self.classifier(features)

print(CustomRNN()(ops.ones((3, 5, 4))).shape)
vgg_like = keras.Model(model1.input, [l.output for l in model1.layers]); print([np.asarray(o).shape for o in vgg_like(np.ones((2, 8), "float32"))])
