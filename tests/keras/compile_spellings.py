# Optimizers and losses by string, class and object.
import keras, numpy as np
from keras import layers, optimizers, losses
x = np.ones((4, 2)); y = np.zeros((4, 1))
for o in ["adam", "Adam", "SGD", "sgd", "rmsprop", "RMSprop", optimizers.Adam(), optimizers.SGD(learning_rate=0.1), optimizers.Adam(0.5)]:
    m = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="zeros")])
    m.compile(o, "mse")
    print(type(m.optimizer).__name__, m.optimizer.name, m.loss)
    print(m.fit(x, y, verbose=0).history)
for l in ["mse", "MSE", "mean_squared_error", "mae", "binary_crossentropy", losses.MeanSquaredError(), keras.losses.mean_squared_error, losses.BinaryCrossentropy(from_logits=True)]:
    m = keras.Sequential([keras.Input((2,)), layers.Dense(1, kernel_initializer="zeros", activation="sigmoid")])
    m.compile("sgd", l)
    print(m.evaluate(x, y, verbose=0))
print(m.optimizer.learning_rate)
