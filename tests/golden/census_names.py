"""Writes tests/census/names.txt and calls.out.

    python -P tests/golden/census_names.py [CENSUS.md]

CENSUS.md counts the names that tutorials use, in Markdown tables under headings. names.txt lists those of Python,
numpy, matplotlib and other libraries (Keras and TensorFlow have programs of their own in tests/keras), one a line: its
kind (call, attribute, keyword, import) and its dotted name. calls.out is what tests/census/calls.py, which uses every one,
prints under CPython.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "census"
# Modules that belong to one repository each, and what is no library of Python's.
LOCAL = {"common", "dataset", "src", "notebooks", "two_layer_net", "deep_convnet", "extra_keras_datasets", "torch"}
ELSEWHERE = {"keras", "tensorflow"}
# The heading of a table, and what its names belong to.
SECTIONS = {
    "Builtins (call or reference)": "builtins.", "import X [as Y]": "", "from M import (module)": "",
    "from M import N": "", "str methods": "", "list/dict methods": "", "np.* names": "numpy.", "np kwargs": "numpy.",
    "ndarray attributes/methods": "ndarray", "plt.* names": "matplotlib.pyplot.", "plt kwargs": "matplotlib.pyplot.",
    "Figure/Axes methods": "", "names": "",
}
LIST_METHODS = {"append", "reverse"}


def entries(text):
    """(heading, name) of every row of every table."""
    chapter = heading = ""
    for line in text.split("\n"):
        if line.startswith("## "):
            chapter = line
        if line.startswith("### "):
            heading = line[4:].strip()
            if heading == "names" and "Other libraries" not in chapter:
                heading = ""
        row = re.match(r"\| (.+?) \|", line)
        if row and row.group(1) not in ("feature",) and not row.group(1).startswith("---"):
            yield heading, row.group(1)


def named(heading, name):
    """"kind dotted.name" of an entry, or None."""
    if heading not in SECTIONS or "/" in name.replace("list/dict", ""):
        return None
    prefix = SECTIONS[heading]
    if heading == "import X [as Y]":
        return "import " + name.split()[1]
    if heading == "from M import (module)":
        return "import " + name.split()[1]
    if heading == "from M import N":
        module, _, item = name.partition(" -> ")
        return None if item == "*" else f"import {module}.{item}"
    if name.startswith("list/dict."):
        name = ("list." if name[10:-2] in LIST_METHODS else "dict.") + name[10:]
    if heading == "Figure/Axes methods":
        name = name.replace("ax.", "Axes.", 1).replace("fig.", "Figure.", 1)
    keyword = re.fullmatch(r"(.+)\((\w+)=\)", name)
    if keyword:
        return f"keyword {prefix}{keyword.group(1)}.{keyword.group(2)}"
    kind = "call" if name.endswith("()") else "attribute"
    name = name.removesuffix("()").replace("()", "")
    if heading == "names" and "." not in name:
        kind = "import"
    return f"{kind} {prefix}{name}"


def main():
    if len(sys.argv) > 1:
        found = []
        for heading, name in entries(pathlib.Path(sys.argv[1]).read_text()):
            line = named(heading, name)
            root = line.split()[1].split(".")[0] if line else ""
            if line and root not in LOCAL | ELSEWHERE and line not in found:
                found.append(line)
        (FOLDER / "names.txt").write_text("\n".join(sorted(found)) + "\n")
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "MPLBACKEND": "agg", "PYTHONWARNINGS": "ignore", "COLUMNS": "80"}
        ran = subprocess.run([sys.executable, "-P", str(FOLDER / "calls.py")], cwd=folder, capture_output=True,
                             check=False, env=environment)
    sys.stderr.write(ran.stderr.decode())
    (FOLDER / "calls.out").write_bytes(ran.stdout)
    sys.exit(ran.returncode)


main()
