# The functional API: a network as a graph, with a path that goes around a layer.
import keras
from keras import layers
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split

keras.utils.set_random_seed(3)
x, y = make_moons(n_samples=1000, noise=0.25, random_state=3)
x_train, x_val, y_train, y_val = train_test_split(x, y, test_size=0.3, random_state=3)

# Each layer is called on a tensor and gives a tensor.
inputs = keras.Input(shape=(2,), name="point")
hidden = layers.Dense(32, activation="relu")(inputs)
hidden = layers.Dense(32, activation="relu")(hidden)
outputs = layers.Dense(2, activation="softmax", name="kind")(hidden)
model = keras.Model(inputs=inputs, outputs=outputs, name="moons")
model.summary()

model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=25, batch_size=32, validation_data=(x_val, y_val))
print("recorded:", list(history.history))

# A model that ends in the middle shows what the hidden layer sees.
middle = keras.Model(inputs, hidden, name="middle")
print("hidden values of three points:", middle.predict(x_val[:3], verbose=0).shape)
