"""What real Keras prints for the replay programs, with the numbers that depend on the run masked.

    python -P tests/golden/replays.py FOLDER [NAME]...

FOLDER holds the programs and, in FOLDER/../data/mnist, MNIST's four IDX files; Fashion-MNIST comes from Debian's package
dataset-fashion-mnist, CIFAR-10 from ~/.keras/datasets. Each program runs in a copy that is mended only in the lines named in MENDED, because Keras 3.15
rejects them. Nothing else of it is changed; three settings come from outside: `verbose="auto"` means 2 (a line an epoch,
as nnsh has it where standard output is no terminal), COLUMNS is 80, figures are drawn by matplotlib's agg (so they print
nothing). The whole standard output, masked, goes to tests/golden/replay_<name>.txt, which tests/program/test_replay.c
compares with nnsh's output masked by the same rule (tests/support/mask.c).
"""
import gzip
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
FASHION = pathlib.Path("/usr/share/datasets/fashion-mnist")

# program: {line as it is: line as Keras 3.15 takes it}
MENDED = {
    "s4_fashion_softmax": {
        "model = keras.Sequential(dense)": "model = keras.Sequential([dense])",
        "model.compile(loss='sparse_categorical_crossentropy', metrics='accuracy')":
            "model.compile(loss='sparse_categorical_crossentropy', metrics=['accuracy'])",
    },
    "s0_cifar10_mlp": {},
    "s1_mnist_convnet": {},
    "s2c_layer_options": {},
    "s2d_batchnorm_compare": {},
    "s3a_mnist_sigmoid": {},
    "s3b_numpy_training_loop": {},
    "s2a_sequential_summary": {},
    "s2b_train_overfit": {},
}

# Runs the program named by the second argument as __main__.
PRELUDE = """
import runpy, sys, warnings
warnings.filterwarnings("ignore")
from keras.src.callbacks import progbar_logger
plain = progbar_logger.ProgbarLogger.set_params
def set_params(self, params):
    plain(self, dict(params, verbose=2) if params["verbose"] == "auto" else params)
progbar_logger.ProgbarLogger.set_params = set_params
runpy.run_path(sys.argv[1], run_name="__main__")
"""

# The rule of the mask, in the order in which it is applied; tests/support/mask.c is the same in C.
# 1. A number with a fraction or an exponent, and the words nan and inf, become '#': they are weights, losses, shares,
#    predictions. Two kinds stay, since no run changes them: sizes of a summary ("1.53 MB") and numbers that print
#    without a digit after the point ("0.", "1.": zeros of a bias, one-hot labels).
NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.\d+(?:e[-+]?\d+)?|\d+\.?e[-+]?\d+)(?![\w]|\.\d)(?! [KMG]?B\b)"
                    r"|(?<![\w.])[-+]?(?:nan|inf)(?!\w)")
# 2. A duration: "2s", "1ms/step", "840us/step".
DURATION = re.compile(r"(?<![\w.])\d+(?:(?:us|ms|s)(?=/step)|s\b)")
# 3. Inside square brackets white space separates and nothing more: each run of it, line breaks too, becomes one blank,
#    and none stands after '[' or before ']'. So the widths of the numbers do not show.


def mask(text):
    text = DURATION.sub("#s", NUMBER.sub("#", text))
    out, depth = [], 0
    for at, character in enumerate(text):
        if depth and character in " \n":
            if out[-1] not in " [":
                out.append(" ")
            continue
        if character == "]" and depth and out[-1] == " ":
            out.pop()
        depth += (character == "[") - (character == "]" and depth > 0)
        out.append(character)
    return "".join(out)


def idx(path):
    import numpy as np
    data = gzip.decompress(path.read_bytes())
    shape = [int.from_bytes(data[4 + 4 * i:8 + 4 * i], "big") for i in range(data[3])]
    return np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(shape)


def place_data(home, mnist):
    import numpy as np
    (home / "datasets").mkdir()
    shutil.copytree(FASHION, home / "datasets" / "fashion-mnist")
    for batches in (pathlib.Path.home() / ".keras" / "datasets").glob("cifar-10-batches-py*"):
        (home / "datasets" / batches.name).symlink_to(batches)
    np.savez(home / "datasets" / "mnist.npz", x_train=idx(mnist / "train-images-idx3-ubyte.gz"),
             y_train=idx(mnist / "train-labels-idx1-ubyte.gz"), x_test=idx(mnist / "t10k-images-idx3-ubyte.gz"),
             y_test=idx(mnist / "t10k-labels-idx1-ubyte.gz"))


def mended(source, name):
    lines = source.split("\n")
    for old, new in MENDED[name].items():
        at = lines.index(old)  # each named line is there, once
        lines[at] = new
    return "\n".join(lines)


# Keras checks the hash of the archive it would download; ours holds the same arrays in other bytes.
NO_HASH = """
import os
import keras.src.utils.file_utils as f
f.validate_file = lambda *a, **k: True
import keras.src.datasets.cifar10 as c
c.get_file = lambda *a, **k: os.path.join(os.environ["KERAS_HOME"], "datasets", "cifar-10-batches-py-target")
"""


def main():
    folder, names = pathlib.Path(sys.argv[1]), sys.argv[2:] or list(MENDED)
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        place_data(work, folder.resolve().parent / "data" / "mnist")
        environment = dict(os.environ, KERAS_HOME=str(work), KERAS_BACKEND="tensorflow", COLUMNS="80", MPLBACKEND="agg",
                           TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1", PYTHONIOENCODING="utf-8")
        for name in names:
            program = work / (name + ".py")
            program.write_text(mended((folder / (name + ".py")).read_text(), name))
            run = subprocess.run([sys.executable, "-P", "-c", NO_HASH + PRELUDE, str(program)], env=environment, cwd=work,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            if run.returncode:
                sys.exit(run.stderr)
            (HERE / ("replay_" + name.split("_")[0] + ".txt")).write_text(mask(run.stdout))
            if "--keep" in os.environ.get("REPLAYS", ""):
                pathlib.Path("/tmp/replay_raw_" + name + ".txt").write_text(run.stdout)


main()
