# What models refuse.
import keras, numpy as np
from keras import layers
def attempt(f):
    keras.backend.clear_session()
    try:
        f()
    except Exception as e:
        text = str(e)
        if "\x1b[1m" in text:  # what Keras wraps into "Exception encountered when calling ..." is the message
            text = text.split("\x1b[1m")[1].split("\x1b[0m")[0]
        print(type(e).__name__, "|", text.replace("TensorFlowTrainer.", "").strip())
def add_twice():
    d = layers.Dense(3)
    m = keras.Sequential([d])
    m.add(d)
def same_names():
    keras.Sequential([layers.Dense(2, name="a"), layers.Dense(2, name="a")])
def same_names_functional():
    x = keras.Input((2,))
    y = layers.Dense(2, name="a")(layers.Dense(2, name="a")(x))
    keras.Model(x, y)
def disconnected():
    a = keras.Input((2,)); b = keras.Input((2,), name="b")
    keras.Model(a, layers.Dense(1)(b))
def no_layer():
    keras.Sequential([3])
def a_class():
    keras.Sequential([layers.Dense])
def add_number():
    keras.Sequential().add("dense")
def two_inputs():
    keras.Sequential([keras.Input((3,)), keras.Input((3,))])
def no_such_layer():
    keras.Sequential([layers.Dense(3)]).get_layer("other")
def no_such_index():
    keras.Sequential([layers.Dense(3)]).get_layer(index=4)
def nothing_asked():
    keras.Sequential([layers.Dense(3)]).get_layer()
def shape_unknown():
    keras.Sequential([layers.Dense(3)]).input_shape
def output_unknown():
    keras.Sequential([layers.Dense(3)]).output_shape
def input_unknown():
    keras.Sequential([layers.Dense(3)]).input
def not_symbolic():
    keras.Model(np.ones((2, 3)), np.ones((2, 3)))
def layer_output():
    keras.Model(keras.Input((2,)), layers.Dense(2))
def call_wrong():
    m = keras.Sequential([keras.Input((3,)), layers.Dense(3)])
    m(np.ones((2, 4)))
def call_wrong_functional():
    x = keras.Input((3,))
    keras.Model(x, layers.Dense(2)(x))(np.ones((2, 4)))
def count_unbuilt():
    keras.Sequential([layers.Dense(3)]).count_params()
def both():
    keras.Sequential([layers.Dense(3)]).get_layer(name="dense", index=0)
def tensor_truth():
    bool(keras.Input((2,)))
def tensor_iter():
    for a in keras.Input((2,)):
        pass
def tensor_len():
    len(keras.Input((2,)))
def tensor_float():
    float(keras.Input((2,)))
def input_nothing():
    keras.Input()
def input_negative():
    keras.Input((-3,))
def input_text():
    keras.Input("abc")
def input_both():
    keras.Input((2,), batch_shape=(2, 3))
def predict_unbuilt():
    keras.Sequential().predict(np.ones((2, 2)))
def lost_layer():
    keras.Sequential([layers.Dense(2)]).layer
for f in [add_twice, same_names, same_names_functional, disconnected, no_layer, a_class, add_number, two_inputs, no_such_layer, no_such_index, nothing_asked, shape_unknown, output_unknown, input_unknown, not_symbolic, layer_output, call_wrong, call_wrong_functional, count_unbuilt, both, tensor_truth, tensor_iter, tensor_len, tensor_float, input_nothing, input_negative, input_text, input_both, predict_unbuilt, lost_layer]:
    print(f.__name__, end=": ")
    attempt(f)
