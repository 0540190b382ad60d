"""Histories, evaluations and predictions of small fits, as Keras 3.15 on TensorFlow gives them, on nn_train.h's data.

    python -P tests/golden/nn_fit.py > tests/golden/nn_fit.h
"""
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
import re
import numpy as np
import keras

text = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "nn_train.h")).read()


def numbers(name):
    body = re.search(r"%s\[\] = \{(.*?)\};" % name, text, re.S).group(1)
    return [float(part.strip().rstrip("f")) for part in body.split(",") if part.strip()]


x = np.array(numbers("nn_train_x"), "float32").reshape(120, 7)
weights = [np.array(numbers("nn_train_kernel_1"), "float32").reshape(7, 13), np.array(numbers("nn_train_bias_1"), "float32"),
           np.array(numbers("nn_train_kernel_2"), "float32").reshape(13, 5), np.array(numbers("nn_train_bias_2"), "float32")]
labels = np.array(numbers("nn_train_labels"), "int64")

# name, outputs, output activation, l1 and l2 of the hidden kernel, loss, metrics, targets
cases = [
    ("one-hot", 5, "softmax", 0.0, 0.01, "categorical_crossentropy", ["accuracy", "mse"], np.eye(5)[labels]),
    ("classes", 5, "softmax", 0.001, 0.002, "sparse_categorical_crossentropy", ["acc"], labels),
    ("column", 5, "softmax", 0.0, 0.0, "sparse_categorical_crossentropy", ["accuracy", "sparse_categorical_accuracy"],
     labels.reshape(-1, 1)),
    ("binary", 1, "sigmoid", 0.0, 0.0, "binary_crossentropy", ["accuracy", "accuracy"], (labels > 2)),
    ("numbers", 1, "linear", 0.01, 0.0, "mse", ["mae"], labels / 4),
]
print("/* Made by tests/golden/nn_fit.py with Keras %s on TensorFlow. */" % keras.__version__)
print("""typedef struct NnFitCase {
  const char *name;
  int outputs;
  const char *activation;
  double l1, l2;
  const char *loss, *metrics[3];
  int names_count;
  const char *names[6];
  double values[6][3];      /* history, an epoch a column */
  double evaluated[3];      /* in Keras's return order */
  double predicted[5];      /* the last row */
  long optimizer_parameters;
} NnFitCase;
static const NnFitCase nn_fit_cases[] = {""")
for name, outputs, activation, l1, l2, loss, metrics, y in cases:
    model = keras.Sequential([keras.Input((7,)),
                              keras.layers.Dense(13, activation="relu", kernel_regularizer=keras.regularizers.L1L2(l1, l2)),
                              keras.layers.Dense(outputs, activation=activation)])
    model.set_weights(weights[:2] + [weights[2][:, :outputs], weights[3][:outputs]])
    model.compile("adam", loss, metrics=metrics)
    history = model.fit(x, y, batch_size=32, epochs=3, validation_split=0.2, shuffle=False, verbose=0).history
    evaluated = model.evaluate(x, y, verbose=0)
    predicted = model.predict(x, verbose=0)[-1]
    quoted = lambda items: ", ".join('"%s"' % item for item in items)
    joined = lambda items: ", ".join("%.9g" % item for item in items)
    print('    {"%s", %d, "%s", %r, %r, "%s", {%s}, %d, {%s},\n     {%s},\n     {%s}, {%s}, %d},'
          % (name, outputs, activation, l1, l2, loss, quoted(metrics), len(history), quoted(history),
             ",\n      ".join("{%s}" % joined(values) for values in history.values()), joined(evaluated[:3]), joined(predicted),
             sum(int(np.prod(v.shape)) for v in model.optimizer.variables)))
print("};")
