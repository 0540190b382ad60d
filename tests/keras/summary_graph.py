# Tables of graphs: several inputs and outputs, shared layers, the column "Connected to".
import keras
from keras import layers

a, b, c = keras.Input((4,), name="first"), keras.Input((6,), name="second"), keras.Input((3, 2), name="third")
left, right = layers.Dense(5, name="left")(a), layers.Dense(5, name="right")(b)
flat = layers.Flatten(name="flat")(c)
joined = layers.Concatenate(name="joined")([left, right, flat])
product = layers.Multiply(name="product")([left, right])
out = layers.Dense(2, name="out")(layers.Concatenate(name="all")([joined, product]))
m = keras.Model([a, b, c], [out, product], name="three_ways")
m.summary()
m.summary(line_length=120)
m.summary(show_trainable=True)
shared = layers.Dense(3, name="shared")
x, y = keras.Input((4,)), keras.Input((4,))
twins = keras.Model([x, y], layers.Subtract(name="difference")([shared(x), shared(y)]), name="twins")
twins.summary()
i = keras.Input((8, 8, 2), name="image")
h = layers.Conv2D(4, 3, padding="same", name="c1")(i)
for k in range(2):
    s = h
    h = layers.BatchNormalization(name=f"bn{k}")(h)
    h = layers.Conv2D(4, 3, padding="same", activation="relu", name=f"conv{k}")(h)
    h = layers.Add(name=f"add{k}")([s, h])
res = keras.Model(i, layers.Dense(2)(layers.GlobalMaxPooling2D()(h)), name="residual")
res.summary()
res.summary(positions=[0.3, 0.6, 0.75, 1.0], line_length=90)
