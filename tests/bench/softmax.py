# A whole program: one softmax layer on Fashion-MNIST in float64, with a split of its own, five epochs.
import keras
from keras import layers
from sklearn.model_selection import train_test_split

(x, y), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
x = x.reshape(60000, 784) / 255.0
x_test = x_test.reshape(10000, 784) / 255.0
x_train, x_val, y_train, y_val = train_test_split(x, y, test_size=0.2, random_state=42)

model = keras.Sequential([keras.Input(shape=(784,)), layers.Dense(10, activation="softmax")])
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
history = model.fit(x_train, y_train, epochs=5, batch_size=32, validation_data=(x_val, y_val), verbose=2)
loss, accuracy = model.evaluate(x_test, y_test, verbose=0)
print("test accuracy %.4f" % accuracy)
