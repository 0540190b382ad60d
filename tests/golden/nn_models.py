"""What real Keras says of models: summary rows, weight paths, counts, and how names are counted.

Writes nn_models.txt beside this file: one block a case, in the form that tests/engine/nn/test_model.c writes too. The
cases are built there by functions of the same names. Run with Keras 3.15: python tests/golden/nn_models.py
"""
import os
import warnings

os.environ["KERAS_BACKEND"] = "jax"
os.environ["COLUMNS"] = "700"
warnings.simplefilter("ignore")

import keras
import numpy as np
from keras import Input, Model, Sequential
from keras.layers import Activation, Add, Dense, Dropout, ELU, Flatten, LeakyReLU, Multiply, ReLU, Reshape, Softmax
from keras.layers import Subtract
from keras.src.backend.common import global_state
from keras.src.utils.summary_utils import count_params

CASES = []


def case(function):
    CASES.append(function)
    return function


@case
def unbuilt():
    return Sequential([Dense(4), Dense(2)])


@case
def empty():
    return Sequential(name="nothing")


@case
def list_with_hint():
    return Sequential([Dense(512, input_shape=(784,)), Dense(64, activation="relu"), Dense(10, activation="softmax")],
                      name="model1")


@case
def added_with_hint():
    model = Sequential()
    model.add(Dense(50, activation="sigmoid", input_shape=(784,)))
    model.add(Dense(10, activation="softmax"))
    model.add(Dense(3))
    return model


@case
def one_layer():
    model = Sequential()
    model.add(Dense(10, activation="softmax", input_shape=(784,)))
    return model


@case
def built_later():
    model = Sequential([Flatten(), Dense(5), Dropout(0.5), Dense(2, use_bias=False)])
    model.build((None, 6, 4))
    return model


@case
def built_twice():
    model = Sequential([Dense(5), Dense(2)])
    model.build((None, 6))
    model.build((None, 6))
    return model


@case
def called():
    model = Sequential([Dense(5), Dense(2)])
    model(np.ones((3, 6), "float32"))
    model(np.ones((4, 6), "float32"))
    return model


@case
def with_input():
    return Sequential([Input((28, 28), name="pixels"), Flatten(), Dense(8), Activation("relu"), Dense(3), Softmax()])


@case
def fixed_batch():
    return Sequential([Input((4,), batch_size=7), Dense(3), ReLU()])


@case
def popped():
    model = Sequential([Input((4,)), Dense(3), Dense(2)])
    model.pop()
    return model


@case
def popped_to_input():
    model = Sequential([Input((4,)), Dense(3)])
    model.pop()
    return model


@case
def partly_built():
    first = Dense(3)
    first.build((None, 5))
    return Sequential([first, Dropout(0.1), Dense(2)])


@case
def nested_stacks():
    inner = Sequential([Input((4,)), Dense(3), Dense(3)])
    return Sequential([inner, Dense(2)])


@case
def nested_unbuilt():
    model = Sequential([Sequential([Dense(2), Dense(2)]), Dense(1)])
    model.build((None, 3))
    return model


@case
def same_layer_twice():
    dense = Dense(4)
    return Sequential([Input((4,)), dense, dense])


@case
def chain():
    x = Input((4,))
    return Model(x, Dense(2)(Dense(3, activation="tanh")(x)))


@case
def diamond():
    x = Input((4,))
    left, right = Dense(3)(x), Dense(3)(x)
    return Model(x, Dense(2)(Add()([left, right])))


@case
def skip():
    x = Input((5,), name="x")
    h = Dense(5, activation="relu", name="hidden")(x)
    h = Add(name="sum")([x, h])
    return Model(x, Dense(1, name="out")(h), name="skipper")


@case
def two_inputs_two_outputs():
    a, b = Input((3,)), Input((3,))
    both = Multiply()([Dense(4)(a), Dense(4)(b)])
    return Model([a, b], [Dense(1)(both), Dense(2, activation="softmax")(both)])


@case
def shared():
    dense = Dense(4)
    a, b = Input((3,)), Input((3,))
    return Model([a, b], Subtract()([dense(a), dense(b)]))


@case
def deep_and_shallow():
    a, b = Input((3,)), Input((3,))
    deep = Dense(3)(Dense(3)(Dense(3)(b)))
    return Model([a, b], Add()([a, deep]))


@case
def shared_in_depth():
    dense = Dense(3)
    x = Input((3,))
    return Model(x, dense(LeakyReLU()(dense(x))))


@case
def unused_input():
    a, b = Input((3,)), Input((4,))
    return Model([a, b], Dense(2)(a))


@case
def identity():
    x = Input((3,))
    return Model(x, x)


@case
def from_the_middle():
    x = Input((4,))
    h = Dense(3)(x)
    y = Dense(2)(ELU()(h))
    return Model(h, y)


@case
def half():
    x = Input((4,))
    h = Dense(3)(x)
    Dense(2)(h)
    return Model(x, h)


@case
def functional_inside():
    x = Input((4,))
    inner = Model(x, Dense(3)(x))
    z = Input((4,))
    return Model(z, Dense(2)(inner(z)))


@case
def several_outputs_inside():
    x = Input((4,))
    inner = Model(x, [Dense(3)(x), Dense(3)(x)])
    z = Input((4,))
    one, two = inner(z)
    return Model(z, Add()([one, two]))


@case
def stack_as_layer():
    stack = Sequential([Dense(6), Reshape((2, 3))])
    x = Input((4,))
    return Model(x, Flatten()(stack(x)))


@case
def frozen():
    first = Dense(3, trainable=False)
    return Sequential([Input((4,)), first, Dense(2)])


def rows_of(model):
    lines = []
    model.summary(line_length=600, print_fn=lambda text: lines.extend(text.split("\n")))
    for line in lines:
        if line.startswith("│"):
            cells = [cell.strip() for cell in line.strip("│").split("│")]
            assert cells[0], "a cell was wrapped: " + line
            yield " | ".join(cells)


def text_of(model):
    out = [f"model {model.name} built={model.built}"]
    out += ["row " + row for row in rows_of(model)]
    out += [f"weight {weight.path} {tuple(weight.shape)}" for weight in model.weights]
    out.append(f"counts {count_params(model.trainable_weights)} {count_params(model.non_trainable_weights)}")
    uids = global_state.get_global_attribute("object_name_uids", {})
    counted = ("dense", "functional", "input_layer", "keras_tensor", "sequential")
    out.append("names " + " ".join(f"{name}={uids.get(name, 0)}" for name in counted))
    return "\n".join(out)


def main():
    assert keras.__version__.startswith("3.15"), keras.__version__
    with open(os.path.splitext(__file__)[0] + ".txt", "w") as file:
        for function in CASES:
            keras.backend.clear_session()
            file.write(f"case {function.__name__}\n{text_of(function())}\n\n")


main()
