"""What real Keras prints for tests/old/mended: the scripts of tests/old/scripts as nnsh --check --write mends them.

    python -P tests/golden/old_scripts.py NNSH

Mends every script with the binary NNSH, runs the result in real Keras, and writes its output beside it; a script that
Keras refuses is named, and its files are not written.
"""
import os
import pathlib
import runpy
import subprocess
import sys
import tempfile
import warnings

os.environ.update(KERAS_BACKEND="tensorflow", COLUMNS="80", TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1")
HERE = pathlib.Path(__file__).resolve().parent.parent / "old"


def run(path, out):
    os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    status = 0
    try:
        runpy.run_path(str(path), run_name="__main__")
    except BaseException as error:
        print(f"{path.name}: {type(error).__name__}: {error}", file=sys.stderr)
        status = 1
    sys.stdout.flush()
    os._exit(status)


def main():
    warnings.filterwarnings("ignore")
    import keras
    import tensorflow  # noqa: F401
    keras.utils.disable_interactive_logging()
    failed = []
    for script in sorted((HERE / "scripts").glob("*.py")):
        mended = HERE / "mended" / script.name
        subprocess.run([sys.argv[1], "--check", str(script), "--write", str(mended)], check=True, stdout=subprocess.DEVNULL)
        out = tempfile.mktemp()
        child = os.fork()
        if child == 0:
            run(mended, out)
        if os.waitpid(child, 0)[1]:
            failed.append(script.name)
            continue
        mended.with_suffix(".out").write_bytes(pathlib.Path(out).read_bytes())
    print("refused:", failed)


main()
