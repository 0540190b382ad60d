"""Models that nnsh saved, loaded by real Keras: predictions within 1e-5, five more training steps within 1e-4.

    python -P tests/golden/files_back.py NNSH

Makes the models of tests/keras/files/models.py with the binary NNSH, which saves them as .keras, .weights.h5 and .h5 and
says what it predicts and how it goes on; then loads each in Keras and compares. A line a file; the status is 1 where one
differs, 77 where Keras is not installed.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import warnings

os.environ.update(KERAS_BACKEND="tensorflow", TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1", TF_ENABLE_ONEDNN_OPTS="0")
MODELS = pathlib.Path(__file__).resolve().parent.parent / "keras" / "files" / "models.py"

SAVE = """
import json, sys
exec(open(sys.argv[1]).read())
said = {}
for name in MODELS:
    model, x, y = make(name)
    for kind in kinds(name):
        model.save(f'{name}.{kind}')
    model.save_weights(f'{name}.weights.h5')
    said[name] = {'predictions': numbers(model.predict(x, verbose=0)), 'steps': steps(model, x, y)}
with open('said.json', 'w') as file:
    json.dump(said, file)
"""


def apart(ours, theirs):
    return max(abs(a - b) for one, other in zip(ours, theirs) for a, b in zip(one, other))


def main():
    try:
        import keras
    except ImportError:
        print("Keras is not installed: nothing compared")
        sys.exit(77)
    warnings.filterwarnings("ignore")
    nnsh = os.path.abspath(sys.argv[1])
    names, bad = {"__name__": "__main__"}, 0
    exec(MODELS.read_text(), names)
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        pathlib.Path("save.py").write_text(SAVE)
        subprocess.run([nnsh, "save.py", str(MODELS)], check=True)
        said = json.loads(pathlib.Path("said.json").read_text())
        for name, numbers in said.items():
            fresh, x, y = names["MODELS"][name]()
            for kind in names["kinds"](name) + ("weights.h5",):
                if kind == "weights.h5":
                    model = fresh
                    model.load_weights(f"{name}.{kind}")
                else:  # Keras 3.15 cannot go on with the optimizer of an .h5, its own either
                    model = keras.models.load_model(f"{name}.{kind}", compile=kind == "keras")
                distance = apart(numbers["predictions"], names["numbers"](model.predict(x, verbose=0)))
                further = apart([numbers["steps"]], [names["steps"](model, x, y)]) if kind == "keras" else 0
                good = distance <= 1e-5 and further <= 1e-4
                bad += not good
                steps = f", five steps within {further:.0e}" if kind == "keras" else ""
                print(f"{name}.{kind}: predictions within {distance:.0e}{steps}{'' if good else '  DIFFERS'}")
    sys.exit(1 if bad else 0)


main()
