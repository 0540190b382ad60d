"""What real Keras makes of arguments: get_config() or the error's text, names in snake case, and activations' values.

Writes nn_objects.txt beside this file, which tests/engine/nn/test_object.c reads: the cases themselves are in the text.
Lines: "object KIND CLASS(ARGUMENTS)" then "config ..." or "error CLASS: ..."; "name CLASS snake_case"; "values FUNCTION(ARGUMENTS)"
then the results for the inputs of the line "inputs". Run with Keras 3.15: python tests/golden/nn_objects.py
"""
import os
import warnings

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
warnings.simplefilter("ignore")

import keras
import numpy as np
from keras.src.utils.naming import to_snake_case

OBJECTS = [
    ("layers", "Dense", "units=3"),
    ("layers", "Dense", "units=3, activation='relu', name='x', trainable=False"),
    ("layers", "Dense", "units=7, activation='swish', use_bias=False, kernel_initializer='he_normal', input_shape=(4,)"),
    ("layers", "Dense", "units=1, kernel_regularizer='l1', bias_regularizer='l2', activity_regularizer='l1l2'"),
    ("layers", "Dense", "units=1, bias_initializer='ones', kernel_initializer='RandomNormal'"),
    ("layers", "Dense", "units=1, kernel_initializer='uniform', bias_initializer='zero'"),
    ("layers", "Dense", "units=-1"),
    ("layers", "Dense", "units=0"),
    ("layers", "Dense", "units=3.5"),
    ("layers", "Dense", "units='a'"),
    ("layers", "Dense", "units=None"),
    ("layers", "Dense", "units=3, activation='rleu'"),
    ("layers", "Dense", "units=3, activation=5"),
    ("layers", "Dense", "units=3, kernel_initializer='foo'"),
    ("layers", "Dense", "units=3, bias_initializer=5"),
    ("layers", "Dense", "units=3, kernel_regularizer='l3'"),
    ("layers", "Dense", "units=3, kernel_constraint='foo'"),
    ("layers", "Dense", "units=3, name='a/b'"),
    ("layers", "Dense", "units=3, name=4"),
    ("layers", "Dense", "units=3, trainable=3"),
    ("layers", "Dense", "units=3, dtype='foo'"),
    ("layers", "Flatten", ""),
    ("layers", "Flatten", "data_format='channels_last'"),
    ("layers", "Flatten", "data_format='foo'"),
    ("layers", "Activation", "activation='relu'"),
    ("layers", "Activation", "activation=None"),
    ("layers", "Activation", "activation='nope'"),
    ("layers", "Dropout", "rate=0.2"),
    ("layers", "Dropout", "rate=1, seed=3"),
    ("layers", "Dropout", "rate=0"),
    ("layers", "Dropout", "rate=2"),
    ("layers", "Dropout", "rate=-0.5"),
    ("layers", "ReLU", ""),
    ("layers", "ReLU", "max_value=6, negative_slope=0.1, threshold=0.5"),
    ("layers", "ReLU", "max_value=-1"),
    ("layers", "ReLU", "negative_slope=-1"),
    ("layers", "ReLU", "threshold=None"),
    ("layers", "LeakyReLU", ""),
    ("layers", "LeakyReLU", "negative_slope=-0.1"),
    ("layers", "Softmax", ""),
    ("layers", "Reshape", "target_shape=(2, -1)"),
    ("layers", "Add", "name='sum'"),
    ("layers", "InputLayer", "shape=(3,)"),
    ("layers", "InputLayer", "shape=(28, 28), batch_size=5, dtype='uint8', name='pixels'"),
    ("layers", "InputLayer", "batch_shape=(None, 7)"),
    ("layers", "InputLayer", ""),
    ("layers", "InputLayer", "shape=5"),
    ("layers", "InputLayer", "shape=(3,), batch_shape=(None, 3)"),
    ("initializers", "Zeros", ""),
    ("initializers", "Ones", ""),
    ("initializers", "Constant", "value=3"),
    ("initializers", "Identity", "gain=2.0"),
    ("initializers", "RandomNormal", ""),
    ("initializers", "RandomNormal", "mean=1, stddev=0.5, seed=7"),
    ("initializers", "RandomNormal", "seed='a'"),
    ("initializers", "RandomUniform", "minval=-1.0, maxval=1.0"),
    ("initializers", "TruncatedNormal", "seed=1"),
    ("initializers", "VarianceScaling", ""),
    ("initializers", "VarianceScaling", "scale=2.0, mode='fan_avg', distribution='normal', seed=3"),
    ("initializers", "VarianceScaling", "scale=-1"),
    ("initializers", "VarianceScaling", "scale=0.0"),
    ("initializers", "GlorotUniform", "seed=42"),
    ("initializers", "GlorotNormal", ""),
    ("initializers", "HeUniform", ""),
    ("initializers", "HeNormal", ""),
    ("initializers", "LecunUniform", ""),
    ("initializers", "LecunNormal", ""),
    ("initializers", "Orthogonal", "gain=1.5"),
    ("regularizers", "L1", ""),
    ("regularizers", "L1", "l1=0.1"),
    ("regularizers", "L1", "l1=-1"),
    ("regularizers", "L2", ""),
    ("regularizers", "L2", "l2=1"),
    ("regularizers", "L2", "l2='a'"),
    ("regularizers", "L1L2", ""),
    ("regularizers", "L1L2", "l1=0.25, l2=None"),
]
NAMES = ["Dense", "LeakyReLU", "ReLU", "Conv2D", "KerasTensor", "InputLayer", "SGD", "RMSprop", "MyLayer2", "HTTPServer",
         "A", "aB", "ABC", "ABCd", "Layer_X", "MaxPooling2D", "GRUCell", "LSTM", "PReLU", "Model1A", "XyZ", "my-Layer"]
INPUTS = [-20.0, -6.5, -3.0, -2.5, -1.0, -0.5, -1e-3, 0.0, 1e-3, 0.25, 0.75, 1.0, 1.5, 2.0, 3.0, 5.5, 6.5, 20.0]
VALUES = [
    ("elu", ""), ("elu", "alpha=0.3"), ("exponential", ""), ("gelu", ""), ("gelu", "approximate=True"),
    ("hard_sigmoid", ""), ("hard_silu", ""), ("hard_tanh", ""), ("leaky_relu", ""), ("leaky_relu", "negative_slope=0.01"),
    ("linear", ""), ("log_sigmoid", ""), ("log_softmax", ""), ("mish", ""), ("relu", ""),
    ("relu", "negative_slope=0.1, max_value=4.0, threshold=0.5"), ("relu", "max_value=2.0"), ("relu6", ""), ("selu", ""),
    ("sigmoid", ""), ("silu", ""), ("softmax", ""), ("softplus", ""), ("softsign", ""), ("tanh", ""), ("tanh_shrink", ""),
]


def main():
    assert keras.__version__.startswith("3.15"), keras.__version__
    with open(os.path.splitext(__file__)[0] + ".txt", "w") as file:
        for module, name, arguments in OBJECTS:
            keras.backend.clear_session()
            file.write(f"object {module} {name}({arguments})\n")
            try:
                made = eval(f"dict({arguments})")
                made = getattr(getattr(keras, module), name)(**made)
                file.write(f"config {made.get_config()}\n")
            except Exception as error:
                text = str(error).replace("\n", "\\n")
                file.write(f"error {type(error).__name__}: {text}\n")
        for name in NAMES:
            file.write(f"name {name} {to_snake_case(name)}\n")
        x = np.array(INPUTS).reshape(2, -1)
        file.write("inputs " + " ".join(repr(float(v)) for v in x.ravel()) + "\n")
        for name, arguments in VALUES:
            y = getattr(keras.activations, name)(keras.ops.convert_to_tensor(x, dtype="float64"),
                                                 **eval(f"dict({arguments})"))
            y = keras.ops.convert_to_numpy(y).astype("float64")
            file.write(f"values {name}({arguments}) " + " ".join(repr(float(v)) for v in y.ravel()) + "\n")


main()
