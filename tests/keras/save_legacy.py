# close
# The older .h5: models, weights, and a file that real Keras wrote.
import os
import tempfile
import numpy as np
import keras
from keras import layers

here = os.path.dirname(os.path.abspath(__file__))
z = np.random.RandomState(0).rand(3, 6, 6, 2).astype("float32")
model = keras.models.load_model(os.path.join(here, "files", "keras_legacy.h5"))
print(model.predict(z, verbose=0).round(4).tolist(), model.name, int(model.optimizer.iterations))
os.chdir(tempfile.mkdtemp())
model.save("again.h5")
again = keras.models.load_model("again.h5", compile=False)
print(np.array_equal(again.predict(z, verbose=0), model.predict(z, verbose=0)))
i = keras.Input((4,))
h = layers.Dense(3, activation="relu", name="hidden")(i)
f = keras.Model(i, layers.Add()([h, layers.Dense(3, name="side")(i)]), name="f")
f.save("f.h5")
g = keras.models.load_model("f.h5")
v = np.random.RandomState(3).rand(2, 4)
print(np.array_equal(f.predict(v, verbose=0), g.predict(v, verbose=0)), g.name, g.compiled)
f.load_weights("f.h5")
print([layer.name for layer in g.layers])
