"""What real Keras makes of the cases of tests/equality/cases, for tests/program/test_equality.c.

    python -P tests/golden/equality.py [--all | TEXT ...]

Adds to equality.npz (of draws.txt: draws.npz) the numbers of the lines that are new, or hold one of
the texts (--all: of every line), and drops those of lines that are gone.
The numbers are Keras's on TensorFlow without oneDNN. TensorFlow's kernels for the processor lack images with the channels
first and dilated transposed convolutions: these cases are compiled by XLA, which has them.
"""
import os
import pathlib
import sys

os.environ.update(KERAS_BACKEND="tensorflow", TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1", TF_ENABLE_ONEDNN_OPTS="0")
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "equality"))

import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
import keras  # noqa: E402

import draws  # noqa: E402
import outcome  # noqa: E402
import walk  # noqa: E402

def is_asked(line):
    return "--all" in sys.argv or any(text in line for text in sys.argv[1:])


FOLDER = str(HERE.parent / "equality" / "cases")
BY_XLA = [name for name in dir(keras.layers) if "Conv" in name or name.startswith(("MaxPooling", "AveragePooling"))]


def numbers_of(kind, case):
    cls = getattr(keras.layers, case[1]) if kind == "layers" and case[1] in BY_XLA else None
    if cls is None or not ("channels_first" in case[0] or "Transpose" in case[1]):
        return outcome.outcome(kind, case)
    plain = cls.call
    cls.call = lambda self, x: tf.function(lambda x: plain(self, x), jit_compile=True)(x)
    try:
        return outcome.outcome(kind, case)
    finally:
        cls.call = plain


def main():
    assert keras.__version__.startswith("3.15"), keras.__version__
    path = HERE / "equality.npz"
    known = walk.read_golden(str(path)) if path.exists() else {}
    index, numbers, failed = [], [], False
    for kind in outcome.KINDS:
        for case in outcome.read(kind, FOLDER):
            line = kind + " " + case[0]
            try:
                found = known[line] if line in known and not is_asked(line) else numbers_of(kind, case)
            except Exception as error:
                print("%s\n    %s: %s" % (line, type(error).__name__, str(error)[:400]), file=sys.stderr)
                failed = True
                continue
            index.append(line)
            for what, value in found.items():
                index.append("\t%s\t%s" % (what, " ".join(map(str, value.shape))))
                numbers.append(value.ravel())
    np.savez_compressed(path, index=np.frombuffer("\n".join(index).encode(), dtype="uint8"),
                        numbers=np.concatenate(numbers).astype("float32"))
    sys.exit(failed | write_draws())


def write_draws():
    """Quantiles of what Keras draws, which itself must be within the theory."""
    path, known, failed = HERE / "draws.npz", {}, False
    if path.exists():
        archive = np.load(path)
        known = dict(zip(archive["lines"].tobytes().decode().split("\n"), archive["quantiles"]))
    lines, quantiles = [], []
    for case in draws.read(FOLDER):
        if case[0] not in known or is_asked(case[0]):
            numbers = draws.draw(case, seed=11)
            assert len(numbers) == draws.COUNT, case[0]
            problem = draws.off_theory(numbers, case[3]["theory"])
            if problem:
                print("%s\n    %s" % (case[0], problem), file=sys.stderr)
                failed = True
            each = draws.COUNT // draws.QUANTILES
            known[case[0]] = numbers[each // 2::each]
        lines.append(case[0])
        quantiles.append(known[case[0]])
    np.savez_compressed(path, lines=np.frombuffer("\n".join(lines).encode(), dtype="uint8"),
                        quantiles=np.array(quantiles, dtype="float32"))
    return failed


main()
