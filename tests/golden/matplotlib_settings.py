"""Names of matplotlib's settings and what they are at first: repl/modules/python/matplotlib._settings.py.

    python -P tests/golden/matplotlib_settings.py

Values that are not plain (paths, effects) become text or None; nothing of nnsh reads those.
"""
import pathlib

import matplotlib
from cycler import Cycler

OUT = pathlib.Path(__file__).resolve().parent.parent.parent / "repl" / "modules" / "python" / "matplotlib._settings.py"
FIXED = {"backend": "agg", "datapath": "", "savefig.directory": "", "animation.ffmpeg_path": ""}
WIDEST = 118


def plain(key, value):
    if key in FIXED:
        return FIXED[key]
    if isinstance(value, Cycler):
        return {name: list(each) for name, each in value.by_key().items()}
    value = getattr(value, "value", value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (list, tuple)) and all(isinstance(each, (int, float, str)) for each in value):
        return value
    return None if "object" in repr(value) else str(value)


def main():
    lines = ['"""Made by tests/golden/matplotlib_settings.py with matplotlib: do not edit."""', "", "DEFAULTS = {"]
    line = "   "
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        settings = {key: plain(key, matplotlib.rcParamsDefault[key]) for key in matplotlib.rcParamsDefault
                    if key != "backend"}
    settings["backend"] = "agg"
    for key in sorted(settings):
        for word in f"{key!r}: {settings[key]!r},".replace(", ", ",\n").split("\n"):
            if len(line) + len(word) + 1 > WIDEST:
                lines.append(line)
                line = "   "
            line += " " + word
    lines += [line, "}"]
    OUT.write_text("\n".join(lines) + "\n")


main()
