# One epoch of a small network on Fashion-MNIST, seven times: one line of seconds each. The first fit is not counted, as
# it holds what a program does once (compiling a graph, building slots).
import time
import sys
import keras
from keras import layers

hidden = int(sys.argv[1]) if len(sys.argv) > 1 else 50
(x_train, y_train), _ = keras.datasets.fashion_mnist.load_data()
x_train = x_train.reshape(60000, 784) / 255.0

model = keras.Sequential([
    keras.Input(shape=(784,)),
    layers.Dense(hidden, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=32, epochs=1, verbose=0)
for _ in range(7):
    begin = time.perf_counter()
    model.fit(x_train, y_train, batch_size=32, epochs=1, verbose=0)
    print("%.4f" % (time.perf_counter() - begin))
