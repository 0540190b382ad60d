"""What a case comes to: named arrays, which must be the same in Keras and in nnsh. Both run this file.

A case is a line "CLASS(arguments) | inputs | options" of cases/KIND.txt: the arguments by name, the inputs as shapes (or
whole(n, shape): whole numbers below n), the options as arguments of the function of its kind here.
"""
import zlib

import numpy as np
import tensorflow as tf
import keras

NAMES = {}
for module in (keras.layers, keras.regularizers, keras.constraints, keras.initializers, keras.optimizers.schedules):
    NAMES.update({name: getattr(module, name) for name in dir(module) if name[0].isupper()})


class whole:
    def __init__(self, below, shape):
        self.below, self.shape = below, shape


NAMES.update(whole=whole, np=np)


def read(kind, folder):
    """The cases of a kind whose class is there (test_equality.c misses one of the tables): (line, class, text of the
    arguments, text of the inputs, text of the options)."""
    cases = []
    for line in open(folder + "/" + kind + ".txt").read().splitlines():
        if line and not line.startswith("#"):
            call, inputs, options = (part.strip() for part in line.split("|"))
            name, arguments = call[:-1].split("(", 1)
            if kind == "refused" or name == "Sequential" or hasattr(module_of(kind), name):
                cases.append((line, name, arguments, inputs, options))
    return cases


def settings(text):
    return eval("dict(" + text + ")", NAMES)


def random_of(line):
    return np.random.RandomState(zlib.crc32(line.encode()) % 2 ** 31)


def draw(random, wanted, low, high):
    if isinstance(wanted, whole):
        return random.randint(0, wanted.below, wanted.shape).astype("float32")
    return random.uniform(low, high, wanted).astype("float32")


def weights_like(random, weights):
    """Vectors may be variances: they stay positive."""
    return [random.uniform(0.1 if w.ndim < 2 else -0.5, 0.6, w.shape).astype("float32") for w in weights]


def flat(value):
    return [inner for one in value for inner in flat(one)] if isinstance(value, (list, tuple)) else [value]


def as_array(value):
    return np.zeros(()) if value is None else np.asarray(value, dtype="float32")


def module_of(kind):
    return keras.optimizers.schedules if kind == "schedules" else getattr(keras, kind)


def class_of(kind, name):
    """A class or function of keras's; Sequential is none of keras.layers."""
    return getattr(module_of(kind), name) if name != "Sequential" else keras.Sequential


def layers(name, arguments, inputs, random, training=None, low=-1, high=1, after=None, adapt=False, eager_only=False,
           slope=True, frozen=False, apart=False, states=False):
    """Initial weights that no seed changes; outputs; gradients to inputs and weights; one step of training in a model,
    behind a Dense layer where the input is one of floats, and what that model predicts."""
    found = {}
    x = [draw(random, one, low, high) for one in inputs]

    def give(layer, values, **how):
        if states:
            return layer(values[0], list(values[1:]), **how)
        return layer(*values, **how) if apart else layer(values if len(values) > 1 else values[0], **how)

    made, first = [], []
    for seed in (1, 2):
        keras.utils.set_random_seed(seed)
        layer = class_of("layers", name)(**arguments())
        if adapt:
            layer.adapt(x[0])
        rest = flat(after())[0] if after else None
        give(layer, x)
        made.append(layer)
        first.append(layer.get_weights())
    layer = made[1]
    for i, (a, b) in enumerate(zip(*first)):
        if np.array_equal(a, b):
            found["initial %d" % i] = a
    if not adapt:
        layer.set_weights(weights_like(random, first[1]))
    tensors = [tf.constant(one) for one in x]
    floats = slope and not any(isinstance(one, whole) for one in inputs)
    how = {} if training is None else {"training": training}

    def call(values):
        y = give(layer, values, **how)
        return flat(rest(y)) if rest is not None else flat(y)

    y = call(x)
    if rest is not None:
        rest.set_weights(weights_like(random, rest.get_weights()))
    with tf.GradientTape() as tape:
        if floats:
            tape.watch(tensors)
        y = call(tensors)
        total = sum(tf.reduce_sum(one * random.uniform(0.5, 1.5, one.shape).astype("float32")) for one in y)
    sources = (tensors if floats else []) + layer.trainable_weights
    for i, one in enumerate(y):
        found["output %d" % i] = one.numpy()
    if frozen:
        found["trainable"] = len(layer.trainable_weights)
    if sources:
        for i, gradient in enumerate(tape.gradient(total, sources)):
            if gradient is not None:
                found["gradient %d" % i] = np.array(tf.convert_to_tensor(gradient))
    if eager_only:
        return found
    tensors = [keras.Input(one.shape[1:]) for one in x]
    values = list(tensors)
    if len(x) == 1 and floats and x[0].ndim > 1:
        values = [keras.layers.Dense(x[0].shape[-1], use_bias=False)(tensors[0])]
    outputs = call(values)
    model = keras.Model(tensors, outputs if len(outputs) > 1 else outputs[0])
    model.compile(keras.optimizers.SGD(0.3), "mse")
    if not adapt:
        model.set_weights(weights_like(random, model.get_weights()))
    targets = [random.uniform(-1, 1, one.shape).astype("float32") for one in y]
    one_or_all = lambda many: many if len(many) > 1 else many[0]
    losses = model.train_on_batch(one_or_all(x), one_or_all(targets))
    found["loss"] = flat(losses)[0]
    for i, weight in enumerate(model.get_weights()):
        found["trained %d" % i] = weight
    for i, prediction in enumerate(flat(model.predict(one_or_all(x), verbose=0))):
        found["prediction %d" % i] = prediction
    return found


def activations(name, arguments, inputs, random, low=-3, high=3):
    x = tf.Variable(draw(random, inputs[0], low, high))
    with tf.GradientTape() as tape:
        y = getattr(keras.activations, name)(x, **arguments())
        total = tf.reduce_sum(y * random.uniform(0.5, 1.5, y.shape).astype("float32"))
    return {"output": y.numpy(), "gradient": tape.gradient(total, x)}


def initializers(name, arguments, inputs, random):
    return {"drawn": getattr(keras.initializers, name)(**arguments())(inputs[0])}


def regularizers(name, arguments, inputs, random):
    """Beside the number and its gradient, a weight after a step of training."""
    regularizer = getattr(keras.regularizers, name)(**arguments())
    weight = tf.Variable(draw(random, inputs[0], -1, 1))
    with tf.GradientTape() as tape:
        penalty = regularizer(weight)
    found = {"penalty": penalty, "gradient": tape.gradient(penalty, weight)}
    model = keras.Sequential([keras.Input((inputs[0][0],)), keras.layers.Dense(inputs[0][1], kernel_regularizer=regularizer)])
    model.set_weights(weights_like(random, model.get_weights()))
    model.compile(keras.optimizers.SGD(0.3), "mse")
    found["loss"] = model.train_on_batch(draw(random, (5, inputs[0][0]), -1, 1), draw(random, (5, inputs[0][1]), -1, 1))
    found["trained"] = model.get_weights()[0]
    return found


def constraints(name, arguments, inputs, random):
    constraint = getattr(keras.constraints, name)(**arguments())
    found = {"constrained": constraint(draw(random, inputs[0], -1, 1))}
    if len(inputs[0]) == 2:
        model = keras.Sequential([keras.Input((inputs[0][0],)), keras.layers.Dense(inputs[0][1], kernel_constraint=constraint)])
        model.set_weights(weights_like(random, model.get_weights()))
        model.compile(keras.optimizers.SGD(0.3), "mse")
        model.train_on_batch(draw(random, (5, inputs[0][0]), -1, 1), draw(random, (5, inputs[0][1]), -1, 1))
        found["trained"] = model.get_weights()[0]
    return found


def pair(random, shape, true, pred):
    """Targets and predictions of a kind."""
    classes = shape[-1]
    if true == "labels":
        y_true = random.randint(0, classes, shape[:-1])
    elif true == "one_hot":
        y_true = np.eye(classes, dtype="float32")[random.randint(0, classes, shape[:-1])]
    elif true == "binary":
        y_true = (random.uniform(0, 1, shape) > 0.5).astype("float32")
    elif true == "signs":
        y_true = np.where(random.uniform(0, 1, shape) > 0.5, 1, -1).astype("float32")
    elif true == "whole":
        y_true = random.randint(0, 3, shape).astype("float32")
    else:
        y_true = random.uniform(0.1, 1, shape).astype("float32")
    if pred == "classes":
        return y_true, random.randint(0, classes, shape[:-1]).astype("float32")
    if pred == "whole":
        return y_true, random.randint(0, 3, shape).astype("float32")
    low, high = (-2, 2) if pred == "logits" else (0.05, 0.95)
    y_pred = random.uniform(low, high, shape).astype("float32")
    if pred == "softmax":
        y_pred = (y_pred / y_pred.sum(axis=-1, keepdims=True)).astype("float32")
    return y_true, y_pred


def losses(name, arguments, inputs, random, true="numbers", pred="unit"):
    """The number (or numbers) with and without weights of the samples, the gradients, and two steps of training."""
    loss = getattr(keras.losses, name)(**arguments())
    y_true, y_pred = pair(random, inputs[0], true, pred)
    found = {}
    variable = tf.Variable(y_pred)
    of_rows = random.uniform(0.5, 2, inputs[0][:1] + (1,) * (len(inputs[0]) - 2)).astype("float32")
    for what, weights in (("plain", None), ("weighted", of_rows)):
        if weights is not None and name in ("Dice", "Tversky") and loss.get_config()["reduction"] != "none":
            weights = np.float32(0.7)
        with tf.GradientTape() as tape:
            value = loss(y_true, variable, sample_weight=weights)
            total = tf.reduce_sum(value)
        found[what] = value.numpy()
        found[what + " gradient"] = tape.gradient(total, variable)
    if value.shape.rank == 0:
        tensor = keras.Input(inputs[0][1:])
        end = {"logits": "linear", "softmax": "softmax", "unit": "sigmoid", "whole": "linear"}[pred]
        model = keras.Model(tensor, keras.layers.Dense(inputs[0][-1], activation=end)(tensor))
        model.set_weights(weights_like(random, model.get_weights()))
        model.compile(keras.optimizers.SGD(0.3), loss)
        for step in range(2):
            found["loss %d" % step] = model.train_on_batch(y_pred, y_true)
        found["trained"] = model.get_weights()[0]
    return found


def metrics(name, arguments, inputs, random, true="numbers", pred="unit", alone=False, several=False, weights=None):
    """Results after a plain and a weighted update, and (where they are one number) of evaluate() in batches of three."""
    metric = getattr(keras.metrics, name)(**arguments())
    y_true, y_pred = pair(random, inputs[0], true, pred)
    found = {}
    update = (lambda w=None: metric.update_state(y_pred, sample_weight=w)) if alone else (
        lambda w=None: metric.update_state(y_true, y_pred, sample_weight=w))
    update()
    found["plain"] = as_array(metric.result())
    update(random.uniform(0.5, 2, weights or inputs[0][:1]).astype("float32"))
    found["weighted"] = metric.result()
    if not alone and not several:
        tensor = keras.Input(inputs[0][1:])
        model = keras.Model(tensor, keras.layers.Activation("linear")(tensor))
        model.compile("sgd", "mse" if true != "labels" else "sparse_categorical_crossentropy",
                      metrics=[getattr(keras.metrics, name)(**arguments())])
        found["evaluated"] = model.evaluate(y_pred, y_true, batch_size=3, verbose=0)[1]
    return found


def optimizers(name, arguments, inputs, random, loss="sparse_categorical_crossentropy"):
    """Losses of twenty steps, and the weights at their end."""
    width, hidden, classes = inputs[0]
    x, labels = draw(random, (140, width), -1, 1), random.randint(0, classes, 140)
    model = keras.Sequential([keras.Input((width,)), keras.layers.Dense(hidden, activation="tanh"),
                              keras.layers.Dense(classes, activation="softmax")])
    model.set_weights(weights_like(random, model.get_weights()))
    model.compile(getattr(keras.optimizers, name)(**arguments()), loss)
    steps = [model.train_on_batch(x[i:i + 7], labels[i:i + 7]) for i in range(0, 140, 7)]
    found = {"losses": [flat(one)[0] for one in steps]}
    for i, weight in enumerate(model.get_weights()):
        found["trained %d" % i] = weight
    return found


def schedules(name, arguments, inputs, random):
    """The rate at each step, of which there are as many as the input is long."""
    schedule = getattr(keras.optimizers.schedules, name)(**arguments())
    return {"rates": [float(schedule(step)) for step in range(inputs[0][0])]}


KINDS = {"schedules": schedules, "layers": layers, "activations": activations, "initializers": initializers,
         "regularizers": regularizers,
         "constraints": constraints, "losses": losses, "metrics": metrics, "optimizers": optimizers}


def outcome(kind, case, without=None, instead=None):
    """The named arrays of a case: all of its arguments, or without one, or with another value for one."""
    line, name, arguments, inputs, options = case

    def given():
        values = settings(arguments)
        if without is not None:
            del values[without]
        if instead is not None:
            values.update(instead)
        return values

    how = settings(options)
    if "after" in how:
        how["after"] = lambda: settings(options)["after"]
    found = KINDS[kind](name, given, list(eval(inputs + ",", NAMES)), random_of(line), **how)
    return {what: as_array(value) for what, value in found.items()}
