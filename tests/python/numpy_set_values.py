import numpy as np

a = np.zeros((2, 3), dtype=np.int8)
a[0] = [1, 2, 3]
a[:, 0] = 7
a[1, 1:] = (4.9, 5)
a[a == 3] = "9"
print(a)
for wrong in ("200", "row", "text", "none", "shape", "mask", "many"):
    try:
        if wrong == "200":
            a[0, 0] = 200
        elif wrong == "row":
            a[0] = [1, 2]
        elif wrong == "text":
            a[0, 0] = "x"
        elif wrong == "none":
            a[0, 0] = None
        elif wrong == "shape":
            a[[0, 1]] = [1, 2]
        elif wrong == "mask":
            a[a > 0] = [1, 2]
        else:
            a[0, 0] = [1, 2]
    except (ValueError, TypeError, OverflowError) as error:
        print(wrong, type(error).__name__, error)
f = np.zeros(3)
f[0] = None
f[1] = "2.5"
print(f, np.array([1, None], dtype=float))
f.setflags(write=False)
for wrong in (lambda: f.__setitem__(0, 1), lambda: np.broadcast_to([1, 2], (2, 2)).__setitem__(0, 1)):
    try:
        wrong()
    except ValueError as error:
        print(error)
f.flags.writeable = True
f[2] = 4
print(f, f.flags["W"])
o = np.zeros(3, dtype=object)
o[:] = [[1], [2], [3]]
print(o)
