"""Files of models that real Keras saves: tests/keras/files/NAME.keras, .weights.h5 and .h5 for the models of
tests/keras/files/models.py.

    python -P tests/golden/keras_files.py [NAME]...

The program tests/keras/files_from_keras.py loads them in nnsh and in Keras (tests/golden/keras_programs.py).
"""
import os
import pathlib
import sys
import warnings

os.environ.update(KERAS_BACKEND="tensorflow", TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1", TF_ENABLE_ONEDNN_OPTS="0")
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "keras" / "files"


def main():
    warnings.filterwarnings("ignore")
    names = {"__name__": "__main__"}
    exec((FOLDER / "models.py").read_text(), names)
    for name in sys.argv[1:] or names["MODELS"]:
        names["keras"].backend.clear_session()
        model, _, _ = names["make"](name)
        for kind in names["kinds"](name):
            model.save(FOLDER / f"{name}.{kind}")
        model.save_weights(FOLDER / f"{name}.weights.h5")


main()
