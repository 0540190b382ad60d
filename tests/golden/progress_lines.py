"""What keras.utils.Progbar prints for given steps, seconds and values, as C data for tests/views/test_progress.c.

    KERAS_BACKEND=jax python -P tests/golden/progress_lines.py

The clock is replaced by the seconds in the table; the progress bar is Keras's own.
"""
import os
import pathlib

os.environ.setdefault("KERAS_BACKEND", "jax")
import keras.src.utils.progbar as progbar

CLOCK = [0.0]


class Time:
    @staticmethod
    def time():
        return CLOCK[0]


progbar.time = Time
SHOWN = []
progbar.io_utils.print_msg = lambda message, line_break=True: SHOWN.append(message)
os.environ["PYCHARM_HOSTED"] = "1"  # a display that can go back

N = float("nan")
INF = float("inf")
# verbose, target, then (step, seconds, values) a line, the last one final.
RUNS = [
    (1, 94, [(1, 0.5, (0.1, 2.3)), (2, 0.502, (0.11, 2.2)), (40, 1.0, (0.5, 1.1)), (94, 1.25, (0.7823, 0.6614))]),
    (2, 313, [(313, 0.3, (0.9677, 0.1089))]),
    (2, 313, [(313, 626.0, (0.0, 1e-3))]),
    (2, 10, [(10, 0.00042, (-0.5, 9.9e-4))]),
    (1, 1, [(1, 0.0001, (1.0, 1e-8)), (1, 0.0002, (1.0, 1e-8))]),
    (1, 1000, [(1, 5.0, (0.5, 0.5)), (2, 10.0, (0.5, 0.5)), (500, 2500.0, (0.5, 0.5)), (999, 7000.4, (0.5, -0.5)),
               (1000, 7001.5, (0.123456, -0.0005))]),
    (1, 7, [(3, 0.2, (N, INF)), (7, 0.4, (N, -INF))]),
    (2, 7, [(7, 0.5, (N, -INF))]),
    (1, 100, [(1, 0.01, (0.00100001, 0.001)), (50, 2.5, (123456.789, 1e30)), (100, 3.5, (1e-30, 0.0))]),
]


def number(value):
    return {"nan": "NAN", "inf": "INFINITY", "-inf": "-INFINITY"}.get(repr(value), repr(value))


def text(string):
    return '"' + string.replace("\x1b", "\\033").replace("\r", "\\r").replace("\n", "\\n") + '"'


def main():
    rows, runs = [], []
    for verbose, target, updates in RUNS:
        CLOCK[0] = 1000.0
        bar = progbar.Progbar(target, verbose=verbose, stateless_metrics=set())
        start = len(rows)
        for i, (step, seconds, values) in enumerate(updates):
            CLOCK[0] = 1000.0 + seconds
            SHOWN.clear()
            final = i == len(updates) - 1
            if verbose == 1 or final:
                bar.update(step, list(zip(("accuracy", "loss"), values)), finalize=final)
            shown = "".join(SHOWN).replace("\b", "")
            rows.append(f"  {{{step}, {seconds!r}, {{{number(values[0])}, {number(values[1])}}}, {text(shown)}}}")
        runs.append(f"  {{{verbose}, {target}, {start}, {len(updates)}}}")
    path = pathlib.Path(__file__).resolve().parent / "progress_lines.h"
    path.write_text("/* Made by tests/golden/progress_lines.py with Keras 3.15.1: do not edit. */\n"
                    "static const ProgressUpdate progress_updates[] = {\n" + ",\n".join(rows) + "};\n"
                    "static const ProgressRun progress_runs[] = {\n" + ",\n".join(runs) + "};\n")


main()
