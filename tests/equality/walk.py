"""Every case of cases/, held to what Keras made of it: prints docs/equality.md.

    nnsh tests/equality/walk.py tests/golden/equality.npz

fails where a number differs; the table has the parameters whose argument has an effect.
"""
import inspect
import os
import sys

import numpy as np
import keras

import outcome

FOLDER = os.path.join(os.path.dirname(os.path.abspath(sys.argv[0])), "cases")
BOUND = 1e-5    # of a tensor's largest number
EFFECT = 1e-4   # what an argument must change at least, so that one that is ignored would be seen


def difference(found, wanted):
    """The greatest over the arrays, each in parts of the largest number that is wanted; None: not the same arrays."""
    if list(found) != list(wanted) or any(found[what].shape != wanted[what].shape for what in wanted):
        return None
    greatest, largest = 0.0, max(float(np.abs(np.nan_to_num(one)).max()) for one in wanted.values() if one.size)
    for what in wanted:
        a, b = found[what].astype("float64").ravel(), wanted[what].astype("float64").ravel()
        if not np.array_equal(np.isnan(a), np.isnan(b)):
            return None
        a, b = a[~np.isnan(a)], b[~np.isnan(b)]
        # A gradient that is zero but for rounding (a bias that softmax forgets).
        if b.size and 0 < np.abs(b).max() < 1e-6 * largest and np.abs(a).max() < 1e-6 * largest:
            continue
        if b.size and np.abs(a - b).max() > 0:
            greatest = max(greatest, float(np.abs(a - b).max() / max(np.abs(b).max(), 1e-30)))
    return greatest


def other(value):
    """Another value for a parameter that has no default; None where there is none to be had."""
    if isinstance(value, bool) or isinstance(value, str):
        return None
    if isinstance(value, int):
        return value + 1
    if isinstance(value, float):
        return value * 0.5
    if isinstance(value, (tuple, list)) and all(isinstance(one, float) for one in value):
        return type(value)(one * 0.5 for one in value)
    if isinstance(value, (tuple, list)) and list(value) != list(value)[::-1]:
        return type(value)(list(value)[::-1])
    return None


def has_effect(kind, case, parameter, value, found):
    try:
        changed = outcome.outcome(kind, case, without=parameter)
    except TypeError:
        if other(value) is None:
            return True
        try:
            changed = outcome.outcome(kind, case, instead={parameter: other(value)})
        except Exception:
            return True
    except Exception:
        return True
    by = difference(changed, found)
    return by is None or by > EFFECT


def read_golden(path):
    archive = np.load(path)
    numbers, at, cases, current = archive["numbers"], 0, {}, None
    for line in bytes(archive["index"].tolist()).decode().split("\n"):
        if not line.startswith("\t"):
            current = cases[line] = {}
            continue
        _, what, shape = line.split("\t")
        shape = tuple(int(n) for n in shape.split())
        size = int(np.prod(shape))
        current[what] = numbers[at:at + size].reshape(shape)
        at += size
    return cases


def check(path):
    golden, failed, rows = read_golden(path), 0, {}
    for kind in outcome.KINDS:
        for case in outcome.read(kind, FOLDER):
            problem, line = None, kind + " " + case[0]
            parameters, greatest = rows.setdefault(kind + "." + case[1], ([], [0.0]))
            if line not in golden:
                problem = "no numbers of Keras's: run tests/golden/equality.py"
            else:
                try:
                    found = outcome.outcome(kind, case)
                    by = difference(found, golden[line])
                    if by is None or by > BOUND:
                        problem = describe(found, golden[line])
                    else:
                        greatest[0] = max(greatest[0], by)
                except Exception as error:
                    problem = "%s: %s" % (type(error).__name__, error)
            if problem is None:
                for parameter, value in outcome.settings(case[2]).items():
                    if parameter not in parameters and has_effect(kind, case, parameter, value, found):
                        parameters.append(parameter)
            if problem is not None:
                print(line + "\n    " + problem, file=sys.stderr)
                failed += 1
    print_table("| row | parameters | greatest difference |", rows, "%.1e")
    refused = {}
    for case in outcome.read("refused", FOLDER):
        kind, name = case[1].split(".")
        if not hasattr(outcome.module_of(kind), name):
            continue
        try:
            outcome.outcome(kind, (case[0], name, case[2], case[3], "apart=True" if "), (" in case[3] else ""))
            print(case[0] + "\n    is not refused", file=sys.stderr)
            failed += 1
        except Exception as error:
            if not isinstance(error, NotImplementedError):
                print("%s\n    %s: %s" % (case[0], type(error).__name__, error), file=sys.stderr)
                failed += 1
                continue
            refused.setdefault(case[1], ([], [0.0]))[0].append(case[4])
    failed += unlisted({row: parameters for row, (parameters, _) in rows.items()}, refused)
    print()
    print_table("| row | parameters that raise NotImplementedError | |", refused, "")
    return failed


def describe(found, wanted):
    texts = []
    for what in list(wanted) + [one for one in found if one not in wanted]:
        if what not in found or what not in wanted:
            texts.append(what + (" is missing" if what not in found else " is not Keras's"))
            continue
        by = difference({what: found[what]}, {what: wanted[what]})
        if by is None:
            texts.append("%s has shape %s, Keras's %s" % (what, found[what].shape, wanted[what].shape))
        elif by > BOUND:
            texts.append("%s differs by %.2g" % (what, by))
    return "; ".join(texts)


def unlisted(rows, refused):
    """Classes that are written in the language are in no table of the engine: their parameters are looked up here."""
    exempt = [line.split(" ")[0].split(".") for line in open(os.path.join(FOLDER, "exempt.txt")) if not line.startswith("#")]
    failed = 0
    for kind in outcome.KINDS:
        for name in dir(outcome.module_of(kind)):
            found = getattr(outcome.module_of(kind), name)
            if not isinstance(found, type) or found.__name__ != name:
                continue
            try:
                parameters = inspect.signature(found).parameters
            except (TypeError, ValueError):
                continue  # a row of the engine's: test_equality.c has its list
            row = kind + "." + name
            known = rows.get(row, []) + refused.get(row, ([], 0))[0]
            for one in parameters:
                excused = any((a in ("*", kind)) and (b in ("*", name)) and (c in ("*", one)) for a, b, c in exempt)
                if parameters[one].kind != inspect.Parameter.VAR_KEYWORD and one not in known and not excused:
                    print("%s: no case gives %s a value that has an effect" % (row, one), file=sys.stderr)
                    failed += 1
    return failed


def print_table(head, rows, numbers):
    print(head)
    print("|---|---|---|")
    for row, (parameters, greatest) in rows.items():
        print("| %s | %s | %s |" % (row, ", ".join(parameters), numbers % greatest[0] if numbers else ""))


if __name__ == "__main__":
    sys.exit(1 if check(sys.argv[1]) else 0)
