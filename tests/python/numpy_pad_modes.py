import numpy as np

x = [1, 2, 3, 9]
for mode in ("edge", "reflect", "symmetric", "wrap", "linear_ramp", "mean", "median", "maximum", "minimum"):
    print(mode, np.pad(x, (2, 3), mode))
print(np.pad(x, 2, "linear_ramp", end_values=(5, -4)), np.pad(x, 2, "maximum", stat_length=2))
print(np.pad(x, 2, "reflect", reflect_type="odd"), np.pad(x, 9, "reflect"))
m = np.arange(6.0).reshape(2, 3)
print(np.pad(m, 1))
print(np.pad(m, ((0, 1), (2, 0)), constant_values=7), np.pad(m, ((1, 1), (1, 1)), constant_values=((1, 2), (3, 4))))
print(np.pad(m, 1, "edge"), np.pad(m, ((1, 0), (0, 2)), "wrap"), np.pad(m, 1, "mean"))
print(np.pad(m, {1: (1, 0)}))


def corner(vector, width, axis, kwargs):
    vector[:width[0]] = kwargs.get("value", 10)


print(np.pad(m, 1, corner, value=5))
for bad in (lambda: np.pad(x, 1, "foo"), lambda: np.pad(x, -1), lambda: np.pad(x, 1.5),
            lambda: np.pad(x, 1, "edge", constant_values=1)):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(error)
