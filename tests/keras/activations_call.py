# Activation functions on arrays.
import keras, numpy as np
from keras import activations
x = np.array([-2.0, -0.5, 0.0, 0.5, 2.0], dtype="float32")
for name in ["relu", "sigmoid", "tanh", "softplus", "softsign", "elu", "selu", "gelu", "silu", "exponential", "linear", "hard_sigmoid", "leaky_relu", "relu6", "mish", "swish", "log_softmax", "softmax"]:
    f = getattr(activations, name)
    v = x.reshape(1, 5) if "softmax" in name else x
    print(name, np.round(np.array(f(v)), 4))
print(activations.relu(x))
print(activations.relu(x, negative_slope=0.1, max_value=1.0).numpy())
print(activations.relu(np.array([-1, 2])))
print(activations.leaky_relu(x, negative_slope=0.5))
print(activations.get("relu")(x).numpy())
print(activations.relu.__name__)
print(activations.sigmoid(0.0))
print(activations.tanh(np.zeros((2, 2), "float64")))
print(activations.serialize(activations.relu))
print(activations.deserialize("tanh")(0.0))
print(activations.relu([1.0, -1.0]))
