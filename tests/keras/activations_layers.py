# close
# Layers in the place of an activation function; softmax along any axes, the batch among them.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Sequential

random = np.random.RandomState(5)
x = random.uniform(-1, 1, (6, 3)).astype("float32")
y = random.uniform(-1, 1, (6, 1)).astype("float32")
model = Sequential([Input((3,)), layers.Dense(4, activation=layers.LeakyReLU(negative_slope=0.2)),
                    layers.Dense(2, activation=layers.ELU(alpha=0.5)), layers.Activation(layers.Softmax()),
                    layers.Dense(1, activation=layers.ReLU(max_value=0.9, negative_slope=0.1))])
model.set_weights([random.uniform(-1, 1, weight.shape) for weight in model.get_weights()])
print(model(x).numpy().tolist())
model.compile("sgd", "mse")
print(model.fit(x, y, epochs=3, batch_size=3, shuffle=False, verbose=0).history)
print(model.layers[0].activation.negative_slope, type(model.layers[1].activation).__name__)
print(model.layers[0].get_config()["activation"]["class_name"])
print(len(model.trainable_weights), model.count_params())
model.save("activations.keras")
again = keras.models.load_model("activations.keras")
print(bool(np.all(again(x).numpy() == model(x).numpy())), type(again.layers[0].activation).__name__)
os.remove("activations.keras")

image = layers.Conv2D(2, 2, activation=layers.LeakyReLU(negative_slope=0.3), kernel_initializer="ones")(x.reshape(1, 6, 3, 1))
print(image.numpy().ravel().tolist())
cube = random.uniform(-1, 1, (2, 3, 4)).astype("float32")
for axis in (0, 1, -1, (0,), (0, 2), (1, 2), (0, 1, 2), None):
    soft = layers.Softmax(axis=axis)
    print(axis, soft(cube).numpy().ravel()[:6].tolist())
model = Sequential([Input((3, 4)), layers.Softmax(axis=(0, 2)), layers.Flatten(), layers.Softmax(axis=0)])
print(model.output_shape, model.predict(cube, verbose=0).ravel()[:6].tolist())
