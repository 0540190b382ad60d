"""Losses of 20 steps of a 7-13-5 network, as Keras 3.15 on TensorFlow computes them, for every optimizer and loss.

    python -P tests/golden/nn_train.py > tests/golden/nn_train.h

(-P: or its neighbours here would be taken for modules of Python.)

Weights and batches are drawn by numpy and written beside the losses, so that the test starts from the same numbers.
"""
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
import numpy as np
import keras

STEPS, BATCH, INPUTS, HIDDEN, OUTPUTS = 20, 6, 7, 13, 5
random = np.random.RandomState(3)
x = random.randn(STEPS, BATCH, INPUTS).astype("float32")
weights = [
    (random.randn(INPUTS, HIDDEN) * 0.4).astype("float32"),
    (random.randn(HIDDEN) * 0.1).astype("float32"),
    (random.randn(HIDDEN, OUTPUTS) * 0.4).astype("float32"),
    (random.randn(OUTPUTS) * 0.1).astype("float32"),
]
labels = random.randint(0, OUTPUTS, (STEPS, BATCH))
numbers = random.rand(STEPS, BATCH, OUTPUTS).astype("float32")
yes_or_no = (numbers > 0.5).astype("float32")
one_hot = np.eye(OUTPUTS, dtype="float32")[labels]

# loss as users write it, the class, its options, activations, which targets
losses = [
    ("mean_squared_error", "", "sigmoid", "linear", "numbers"),
    ("mean_absolute_error", "", "relu", "linear", "numbers"),
    ("binary_crossentropy", "", "relu", "sigmoid", "yes_or_no"),
    ("categorical_crossentropy", "", "sigmoid", "softmax", "one_hot"),
    ("sparse_categorical_crossentropy", "", "relu", "softmax", "labels"),
    ("categorical_crossentropy", "label_smoothing=0.1", "tanh", "softmax", "one_hot"),
    ("binary_crossentropy", "from_logits=True", "tanh", "linear", "yes_or_no"),
    ("sparse_categorical_crossentropy", "from_logits=True", "relu", "linear", "labels"),
]
optimizers = [
    ("SGD", "learning_rate=0.1"),
    ("SGD", "learning_rate=0.05, momentum=0.9"),
    ("SGD", "learning_rate=0.05, momentum=0.9, nesterov=True"),
    ("RMSprop", "learning_rate=0.01"),
    ("RMSprop", "learning_rate=0.005, rho=0.8, momentum=0.5"),
    ("RMSprop", "learning_rate=0.005, momentum=0.5, centered=True"),
    ("Adam", "learning_rate=0.01"),
    ("Adam", "learning_rate=0.02, beta_1=0.8, beta_2=0.99, amsgrad=True"),
    ("Adam", "learning_rate=0.01, clipnorm=0.05"),
    ("Adam", "learning_rate=0.01, global_clipnorm=0.1, weight_decay=0.1"),
    ("SGD", "learning_rate=0.1, clipvalue=0.01"),
]


def array(name, values, kind="float"):
    flat = np.asarray(values).ravel()
    texts = ["%d" % v if kind == "int" else "%sf" % (repr(float(v)) if "." in repr(float(v)) or "e" in repr(float(v)) else "%r." % float(v)) for v in flat]
    lines, line = [], "   "
    for text in texts:
        if len(line) + len(text) > 115:
            lines.append(line)
            line = "   "
        line += " " + text + ","
    lines.append(line)
    print("static const %s %s[] = {\n%s\n};" % (kind, name, "\n".join(lines)))


print("/* Made by tests/golden/nn_train.py with Keras %s on TensorFlow. */" % keras.__version__)
print("enum { NN_TRAIN_STEPS = %d, NN_TRAIN_BATCH = %d, NN_TRAIN_INPUTS = %d, NN_TRAIN_HIDDEN = %d, NN_TRAIN_OUTPUTS = %d };"
      % (STEPS, BATCH, INPUTS, HIDDEN, OUTPUTS))
array("nn_train_x", x)
for name, value in zip(["kernel_1", "bias_1", "kernel_2", "bias_2"], weights):
    array("nn_train_" + name, value)
array("nn_train_labels", labels, "int")
array("nn_train_numbers", numbers)
print("""typedef struct NnTrainCase {
  const char *optimizer, *optimizer_options, *loss, *loss_options, *hidden, *output, *targets;
  double losses[NN_TRAIN_STEPS];
  double weight_sum; /* of the first kernel at the end */
} NnTrainCase;
static const NnTrainCase nn_train_cases[] = {""")
for loss, loss_options, hidden, output, targets in losses:
    for optimizer, options in optimizers:
        model = keras.Sequential([keras.Input((INPUTS,)), keras.layers.Dense(HIDDEN, activation=hidden),
                                  keras.layers.Dense(OUTPUTS, activation=output)])
        model.set_weights(weights)
        name = {"mean_squared_error": "MeanSquaredError", "mean_absolute_error": "MeanAbsoluteError",
                "binary_crossentropy": "BinaryCrossentropy", "categorical_crossentropy": "CategoricalCrossentropy",
                "sparse_categorical_crossentropy": "SparseCategoricalCrossentropy"}[loss]
        model.compile(eval("keras.optimizers.%s(%s)" % (optimizer, options)),
                      eval("keras.losses.%s(%s)" % (name, loss_options)))
        y = {"numbers": numbers, "yes_or_no": yes_or_no, "one_hot": one_hot, "labels": labels}[targets]
        found = []
        for step in range(STEPS):
            model.reset_metrics()
            result = model.train_on_batch(x[step], y[step])
            found.append(float(result[0] if isinstance(result, (list, tuple)) else result))
        total = float(model.get_weights()[0].astype("float64").sum())
        print('    {"%s", "%s", "%s", "%s", "%s", "%s", "%s",\n     {%s},\n     %r},'
              % (optimizer, options, loss, loss_options, hidden, output, targets,
                 ",\n      ".join(", ".join("%.9g" % v for v in found[i:i + 10]) for i in range(0, STEPS, 10)), total))
print("};")
