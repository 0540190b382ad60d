"""Writes the expectations of tests/python: what CPython 3.11 with numpy 2, scikit-learn and matplotlib prints for each
program there. Beside NAME.py stand NAME.in (its standard input, where it reads one; written by hand), NAME.out (its
standard output) and, where it does not end with status 0, NAME.end (the status, then the last line of standard error).

    python -P tests/golden/python_programs.py [NAME ...]
"""
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent / "python"
ENVIRONMENT = {**os.environ, "MPLBACKEND": "agg", "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "ignore", "COLUMNS": "80"}


def expect(program):
    given = program.with_suffix(".in")
    with tempfile.TemporaryDirectory() as folder:
        ran = subprocess.run([sys.executable, "-P", str(program)], cwd=folder, env=ENVIRONMENT,
                             input=given.read_bytes() if given.exists() else b"", capture_output=True, check=False)
    program.with_suffix(".out").write_bytes(ran.stdout)
    end = program.with_suffix(".end")
    end.unlink(missing_ok=True)
    if ran.returncode:
        last = ran.stderr.decode().rstrip("\n").split("\n")[-1]
        end.write_text(f"{ran.returncode}\n{last}\n")
        if not program.stem.startswith("uncaught"):
            print(f"{program.name} ends with {ran.returncode}: {last}", file=sys.stderr)


def main():
    names = sys.argv[1:]
    for program in sorted(HERE.glob("*.py")):
        if not names or program.stem in names:
            expect(program)


main()
