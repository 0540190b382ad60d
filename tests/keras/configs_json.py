# Models as JSON and back; layers from their configurations.
import json
import keras
from keras import layers

m = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="relu", name="a"), layers.Dropout(0.25, name="d")], name="s")
config = json.loads(m.to_json())
print(config["class_name"], [layer["class_name"] for layer in config["config"]["layers"]])
again = keras.models.model_from_json(m.to_json())
print([layer.name for layer in again.layers], again.output_shape, again.layers[1].rate)
d = layers.Dense.from_config(layers.Dense(7, use_bias=False, kernel_regularizer="l2", name="x").get_config())
print(d.units, d.use_bias, d.name, d.kernel_regularizer.get_config())
i = keras.Input((3,), name="in")
a = layers.Dense(2, name="one")
h = a(i)
f = keras.Model(i, [layers.Add(name="plus")([h, layers.Dense(2, name="two")(h)]), h], name="f")
c = f.get_config()
print(c["name"], c["input_layers"], c["output_layers"])
print([(layer["name"], len(layer["inbound_nodes"])) for layer in c["layers"]])
print(c["layers"][3]["inbound_nodes"])
g = keras.Model.from_config(c)
print([layer.name for layer in g.layers], len(g.outputs), g.count_params())
print([layer.name for layer in keras.Sequential.from_config(m.get_config()).layers])
k = keras.models.clone_model(f)
print(k.name, [layer.name for layer in k.layers], k is f, k.layers[1] is a)
