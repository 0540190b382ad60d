# Activation functions on one axis: relu, leaky relu, sigmoid, tanh.
import numpy as np
import matplotlib.pyplot as plt
from keras import activations

x = np.linspace(-4, 4, 81).astype("float32")
curves = {
    "relu": activations.relu(x),
    "leaky relu": activations.leaky_relu(x, negative_slope=0.1),
    "sigmoid": activations.sigmoid(x),
    "tanh": activations.tanh(x),
}
for name in curves:
    y = np.array(curves[name])
    print("%-10s from %.2f to %.2f, at 0: %.2f" % (name, y.min(), y.max(), y[40]))
    plt.plot(x, y, label=name)
plt.ylim(-1.5, 4)
plt.title("Activation functions")
plt.xlabel("x")
plt.ylabel("f(x)")
plt.legend()
plt.show()
