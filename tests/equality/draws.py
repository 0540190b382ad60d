"""What draws: 1e5 numbers of each case of cases/draws.txt against their theory and against Keras's.

    nnsh tests/equality/draws.py tests/golden/draws.npz

A case is a line "KIND.CLASS(arguments) | options of draws()": how the layer is called (or the shape of a weight), which
numbers of the result count, and the number that a u between 0 and 1 stands for, by the formula of the row. Mean and
variance must lie within four standard errors of the theory, every number within its range, and the distribution within
BOUND of Keras's, which is a two-sample Kolmogorov-Smirnov test at a level of 1e-4.
"""
import os
import sys

import numpy as np
import keras
from scipy.special import ndtr, ndtri

import outcome
import walk

COUNT = 100000
BOUND = 2.225 * (2 / COUNT) ** 0.5 + 0.0005  # half a step of the QUANTILES that are kept of Keras's draws
QUANTILES = 1000


def normal(u):
    return ndtri(u)


def cut_normal(u):
    """Within two deviations."""
    return ndtri(ndtr(-2) + u * (ndtr(2) - ndtr(-2)))


def scaled(variance, u):
    """A cut normal of this variance."""
    return np.sqrt(variance) / 0.87962566103423978 * cut_normal(u)


def uniform(low, high, u):
    return low + (high - low) * u


def alpha_dropout(u, rate):
    """Of a 1: kept or set to minus scale times alpha, and brought back to mean 0 and variance 1 (Klambauer et al. 2017)."""
    least = -1.7580993408473766
    a = ((1 - rate) * (1 + rate * least ** 2)) ** -0.5
    return a * np.where(u < rate, least, 1.0) - a * least * rate


def kept(u, rate, count):
    """Whether each of `count` coins keeps: the digits of u."""
    coins = []
    for _ in range(count):
        drops = u < rate
        coins.append(np.where(drops, 0, 1 / (1 - rate)))
        u = np.where(drops, u / rate, (u - rate) / (1 - rate))
    return coins


def lstm_step(u, rate):
    """The second step of a linear LSTM of ones on 1, whose state is 1: forget gate 2 + h, the others 1 + h; each gate drops
    h by itself."""
    i, f, c, o = kept(u, rate, 4)
    return (1 + o) * ((2 + f) + (1 + i) * (1 + c))


def gru_step(u, rate):
    """The second step of a linear GRU of ones on 0.5, whose state is 0.25."""
    z, r, h = (0.25 * one for one in kept(u, rate, 3))
    return (0.5 + z) * 0.25 + (0.5 - z) * (0.5 + (0.5 + r) * h)


def ramp(count, rows, columns, axis):
    """Pictures whose numbers are their row or column."""
    line = np.arange(rows)[:, None] * (axis == 1) + np.arange(columns)[None] * (axis == 2)
    return np.tile(line[None, :, :, None], (count, 1, 1, 1)).astype("float32")


NAMES = dict(outcome.NAMES, np=np, ones=lambda *shape: np.ones(shape, "float32"))
for function in (normal, cut_normal, scaled, uniform, ramp, alpha_dropout, lstm_step, gru_step):
    NAMES[function.__name__] = function


def read(folder):
    cases = []
    for line in open(folder + "/draws.txt").read().splitlines():
        if line and not line.startswith("#"):
            call, options = (part.strip() for part in line.split(" | "))
            row, arguments = call[:-1].split("(", 1)
            if not hasattr(getattr(keras, row.split(".")[0]), row.split(".")[1]):
                continue
            cases.append((line, row, arguments, eval("dict(" + options + ")", NAMES)))
    return cases


def draw(case, without=None, instead=None, seed=7):
    _, row, arguments, options = case
    kind, name = row.split(".")
    given = eval("dict(" + arguments + ")", NAMES)
    if without is not None:
        del given[without]
    if instead is not None:
        given.update(instead)
    keras.utils.set_random_seed(seed)
    made = getattr(getattr(keras, kind), name)(**given)
    result = made(options["shape"]) if kind == "initializers" else made(options["x"], training=True)
    numbers = np.asarray(result)
    pick = options.get("pick")
    if options.get("shared"):
        assert (numbers == numbers[:, :1]).all(), "the numbers of a channel differ"
    return np.sort((pick(numbers) if pick else numbers).ravel())


def off_theory(numbers, theory):
    """What of mean, variance and range is not the theory's; "" where all is."""
    wanted = theory((np.arange(COUNT) + 0.5) / COUNT)
    count, mean, variance = len(numbers), wanted.mean(), wanted.var()
    fourth = ((wanted - mean) ** 4).mean()
    texts = []
    if abs(numbers.mean() - mean) > 4 * np.sqrt(variance / count):
        texts.append("mean %.6g, theory %.6g" % (numbers.mean(), mean))
    # Of two even values the variance's own error is the square of the mean's.
    error = 4 * np.sqrt(max(fourth - variance ** 2, 0) / count) + 16 * variance / count
    if abs(numbers.var() - variance) > error:
        texts.append("variance %.6g, theory %.6g" % (numbers.var(), variance))
    ends = theory(np.linspace(0, 1, 1001))
    if numbers[0] < ends.min() - 1e-4 or numbers[-1] > ends.max() + 1e-4:
        texts.append("range %.6g to %.6g, theory %.6g to %.6g" % (numbers[0], numbers[-1], ends.min(), ends.max()))
    return "; ".join(texts)


def distance(a, b):
    """Kolmogorov's, of two sorted samples; numbers that differ by rounding are one."""
    points = np.concatenate([a, b])
    step = 1e-6 * max(np.abs(points).max(), 1e-30)
    points = points + step
    shares = [np.searchsorted(one, points, side="right") / len(one) for one in (a, b)]
    return float(np.abs(shares[0] - shares[1]).max())


def has_effect(case, parameter, value, numbers):
    try:
        changed = draw(case, without=parameter)
    except TypeError:
        if walk.other(value) is None:
            return True
        changed = draw(case, instead={parameter: walk.other(value)})
    except Exception:
        return True
    return distance(changed, numbers) > 2 * BOUND


def check(path, folder):
    archive = np.load(path)
    lines, kept = bytes(archive["lines"].tolist()).decode().split("\n"), archive["quantiles"]
    rows, failed = {}, 0
    for case in read(folder):
        parameters, greatest = rows.setdefault(case[1], ([], [0.0]))
        problem = ""
        try:
            numbers = draw(case)
            problem = off_theory(numbers, case[3]["theory"])
            if case[0] not in lines:
                problem = "no draws of Keras's: run tests/golden/equality.py"
            elif not problem:
                by = distance(numbers, kept[lines.index(case[0])])
                greatest[0] = max(greatest[0], by)
                if by > BOUND:
                    problem = "distance %.4f from Keras's draws" % by
            for parameter, value in eval("dict(" + case[2] + ")", NAMES).items():
                if not problem and parameter not in parameters and has_effect(case, parameter, value, numbers):
                    parameters.append(parameter)
        except Exception as error:
            problem = "%s: %s" % (type(error).__name__, error)
        if problem:
            print(case[0] + "\n    " + problem, file=sys.stderr)
            failed += 1
    print("| row that draws | parameters | Kolmogorov distance (bound %.4f) |" % BOUND)
    print("|---|---|---|")
    for row, (parameters, greatest) in rows.items():
        print("| %s | %s | %.4f |" % (row, ", ".join(parameters), greatest[0]))
    return failed


if __name__ == "__main__":
    sys.exit(1 if check(sys.argv[1], os.path.join(os.path.dirname(os.path.abspath(sys.argv[0])), "cases")) else 0)
