"""What summary() prints, as C data for tests/views/test_summary.c.

    KERAS_BACKEND=tensorflow python -P tests/golden/summary_outputs.py keras3     (Keras 3.15.1)
    python -P tests/golden/summary_outputs.py keras2                              (with tf_keras 2.21)

Writes tests/golden/summary_keras3.h or summary_keras2.h: for each model its table and the text at several widths.
"""
import io
import os
import pathlib
import sys
import contextlib

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
FORM = sys.argv[1]
if FORM == "keras3":
    import keras
else:
    import tf_keras as keras
import numpy as np

L = keras.layers
D = L.Dense
WIDTHS = [40, 60, 80, 88, 92, 100, 120, 200] if FORM == "keras3" else [80]


def chain():
    return keras.Sequential([keras.Input((784,)), D(512, activation="relu"), D(64), D(10)], name="model1")


def small():
    return keras.Sequential([keras.Input((2,)), D(1)])


def dropout():
    return keras.Sequential([keras.Input((28, 28)), L.Flatten(), D(300, name="a_layer_with_a_rather_long_name_indeed"),
                             L.Dropout(0.3), L.Activation("relu"), D(10)], name="has [brackets] and spaces in its name")


def unbuilt():
    return keras.Sequential([D(64, activation="relu"), D(10)], name="model2")


def empty():
    return keras.Sequential(name="nothing")


def fitted(optimizer):
    def make():
        model = keras.Sequential([keras.Input((7,)), D(13), D(5)])
        model.compile(optimizer() if callable(optimizer) else optimizer, "mse")
        model.fit(np.zeros((4, 7), "float32"), np.zeros((4, 5), "float32"), verbose=0)
        return model
    return make


def functional():
    x = keras.Input((8,))
    y = D(4, activation="relu")(x)
    return keras.Model(x, D(3)(y), name="plain_functional")


def branches():
    a, b = keras.Input((8,), name="left"), keras.Input((1000,), name="right_with_long_name")
    x, y = D(30)(a), D(30)(b)
    z = L.Add()([x, y])
    z = L.Concatenate()([z, x, y])
    return keras.Model([a, b], D(10000, name="big")(z), name="branches")


def shared():
    a = keras.Input((8,), name="a")
    d = D(8, name="twice")
    return keras.Model(a, d(d(a)), name="shared")


MODELS = [("chain", chain), ("small", small), ("dropout", dropout), ("functional", functional), ("branches", branches),
          ("shared", shared)]
if FORM == "keras3":
    MODELS += [("unbuilt", unbuilt), ("empty", empty), ("adam", fitted("adam")), ("sgd", fitted("sgd")),
               ("momentum", fitted(lambda: keras.optimizers.SGD(0.1, momentum=0.9))), ("rmsprop", fitted("rmsprop"))]


def text(string):
    lines = string.splitlines(keepends=True)
    return "\n     ".join('"' + line.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"' for line in lines)


def shape_of(layer):
    if not layer.built:
        return None
    shape = layer.output.shape if FORM == "keras3" else layer.output_shape
    if isinstance(shape, list):
        shape = shape[0]
    return str(tuple(shape))


def connections(model, layer):
    nodes = [n for v in model._nodes_by_depth.values() for n in v]
    out = []
    for node in layer._inbound_nodes:
        if node not in nodes:
            continue
        if FORM == "keras3":
            for t in node.input_tensors:
                h = t._keras_history
                out.append(f"{h.operation.name}[{h.node_index}][{h.tensor_index}]")
        else:
            for inbound, node_index, tensor_index, _ in node.iterate_inbound():
                out.append(f"{inbound.name}[{node_index}][{tensor_index}]")
    return out


def size(weights):
    return sum(int(np.prod(w.shape)) for w in weights), sum(
        int(np.prod(w.shape)) * np.dtype(w.dtype if isinstance(w.dtype, str) else w.dtype.name).itemsize for w in weights)


def main():
    rows, tables, cases = [], [], []
    for name, make in MODELS:
        keras.backend.clear_session()
        model = make()
        is_sequential = isinstance(model, keras.Sequential)
        layers = model.layers if is_sequential or FORM == "keras2" else model._operations
        printed = {}
        for width in WIDTHS:
            os.environ["COLUMNS"] = str(width)
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                try:
                    model.summary()
                except ValueError as error:
                    out.write("ValueError: " + str(error))
            printed[width] = out.getvalue()
        branching = "Connected to" in printed[WIDTHS[-1]]
        entries = []
        for i, layer in enumerate(layers):
            links = connections(model, layer) if branching else []
            if links:
                rows.append(f"static const char *const {name}_links_{i}[] = {{{', '.join(text(l) for l in links)}}};")
            shape = shape_of(layer)
            entries.append("{%s, %s, %s, %s, %d, %s, %d}" % (
                text(layer.name), text(type(layer).__name__), text(shape) if shape else "NULL",
                "true" if layer.built else "false", layer.count_params() if layer.built else 0,
                f"{name}_links_{i}" if links else "NULL", len(links)))
        rows.append(f"static const SummaryRow {name}_rows[] = {{\n  " + ",\n  ".join(entries or ["{0}"]) + "};")
        trainable, non_trainable = size(model.trainable_weights), size(model.non_trainable_weights)
        optimizer = (0, 0)
        if FORM == "keras3" and getattr(model, "optimizer", None) is not None and model.optimizer.built:
            optimizer = size(model.optimizer.variables)
        tables.append("  {%s, %s, %s, %s_rows, %d, %d, %d, %d, %d, %d, %d, NULL}" % (
            text(model.name), "true" if model.built else "false", "true" if branching else "false", name, len(layers),
            *trainable, *non_trainable, *optimizer))
        for width, shown in printed.items():
            cases.append(f"  {{{len(tables) - 1}, {width}, {text(shown)}}}")
    out = [f"/* Made by tests/golden/summary_outputs.py with {FORM} ({keras.__version__}): do not edit. */"]
    out += rows
    out.append(f"static const SummaryTable {FORM}_tables[] = {{\n" + ",\n".join(tables) + "};")
    out.append(f"static const SummaryCase {FORM}_cases[] = {{\n" + ",\n".join(cases) + "};")
    path = pathlib.Path(__file__).resolve().parent / f"summary_{FORM}.h"
    path.write_text("\n".join(out) + "\n")


main()
