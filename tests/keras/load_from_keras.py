# close
# Files that real Keras wrote: predictions, state of the optimizer, evaluation.
import os
import numpy as np
import keras

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "files")
z = np.random.RandomState(0).rand(4, 6, 6, 2).astype("float32")
for name in ("keras_sequential.keras", "nnsh_sequential.keras"):
    model = keras.models.load_model(os.path.join(here, name))
    print(model.predict(z, verbose=0).round(4).tolist())
    print(int(model.optimizer.iterations), [w.shape for w in model.get_weights()])
    print(model.evaluate(z, np.eye(2)[[0, 1, 0, 1]], verbose=0))
x = np.random.RandomState(0).rand(4, 3).astype("float32")
for name in ("keras_functional.keras", "nnsh_functional.keras"):
    model = keras.models.load_model(os.path.join(here, name))
    first, second = model.predict(x, verbose=0)
    print((first / 4).round(4).tolist(), (second / 4).round(4).tolist(), [layer.name for layer in model.layers])
