"""What real Keras prints for the programs of tests/keras.

    python -P tests/golden/keras_programs.py [NAME]...

Each NAME.py runs in a process of its own (forked after the imports, which take most of the time) with COLUMNS=80 and
one setting from outside: `verbose="auto"` means 2 (a line an epoch), as nnsh has it where standard output is no
terminal. What it prints goes to tests/keras/NAME.out, to the letter. A program whose first line begins with "# masked"
prints numbers that depend on the run: its .out is masked by the rule of tests/golden/replays.py, which
tests/support/mask.c applies to nnsh's output. tests/views/test_keras_programs.c compares.
"""
import os
import pathlib
import runpy
import sys
import traceback
import warnings

os.environ.update(KERAS_BACKEND="tensorflow", COLUMNS="80", MPLBACKEND="agg", TF_CPP_MIN_LOG_LEVEL="3",
                  CUDA_VISIBLE_DEVICES="-1", TF_ENABLE_ONEDNN_OPTS="0")
HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = HERE.parent / "keras"


def mask_of_replays():
    """mask() of replays.py, whose last line would run the replays."""
    names = {"__file__": str(HERE / "replays.py")}
    exec((HERE / "replays.py").read_text().rsplit("\nmain()", 1)[0], names)
    return names["mask"]


def run(path, out):
    descriptor = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(descriptor, 1)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.argv = [str(path)]
    status = 0
    try:
        runpy.run_path(str(path), run_name="__main__")
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    os._exit(status)


def main():
    warnings.filterwarnings("ignore")
    import keras  # noqa: F401
    import tensorflow  # noqa: F401
    from keras.src.callbacks import progbar_logger
    plain = progbar_logger.ProgbarLogger.set_params
    progbar_logger.ProgbarLogger.set_params = lambda self, params: plain(
        self, dict(params, verbose=2) if params["verbose"] == "auto" else params)
    mask = mask_of_replays()
    failed = []
    for path in sorted(PROGRAMS.glob("*.py")):
        if sys.argv[1:] and path.stem not in sys.argv[1:]:
            continue
        out = path.with_suffix(".out")
        child = os.fork()
        if child == 0:
            run(path, str(out))
        if os.waitpid(child, 0)[1]:
            failed.append(path.stem)
        if path.read_text().startswith("# masked"):
            out.write_text(mask(out.read_text()))
    if failed:
        sys.exit("these programs failed: " + ", ".join(failed))


main()
