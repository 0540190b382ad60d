# Models in models in models: expand_nested, show_trainable and layer_range together.
import keras
from keras import layers

inner = keras.Sequential([keras.Input((4,)), layers.Dense(3, name="i1"), layers.BatchNormalization(name="ibn")], name="inner")
i = keras.Input((4,), name="middle_in")
middle = keras.Model(i, layers.Dense(2, name="m2")(inner(layers.Dense(4, name="m1")(i))), name="middle")
outer = keras.Sequential([keras.Input((4,)), layers.Dense(4, name="o1"), middle, layers.Dense(1, name="o2")], name="outer")
outer.summary()
outer.summary(expand_nested=True)
inner.trainable = False
outer.summary(expand_nested=True, show_trainable=True)
outer.summary(layer_range=["o1", "middle"])
outer.summary(layer_range=["middle", "o2"], expand_nested=True, line_length=64)
o = keras.Input((4,), name="top_in")
graph = keras.Model(o, layers.Add(name="plus")([middle(o), layers.Dense(2, name="side")(o)]), name="graph")
graph.summary()
graph.summary(expand_nested=True)
try:
    outer.summary(layer_range=["o1"])
except Exception as error:
    print(type(error).__name__, error)
try:
    outer.summary(layer_range=["o1", "nowhere"])
except Exception as error:
    print(type(error).__name__, error)
