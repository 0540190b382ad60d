import numpy as np
import numpy.linalg as LA
import numpy.random as npr
from numpy import array_split, cumulative_sum, poly1d, split, trapezoid
from numpy.linalg import LinAlgError, inv, norm
from numpy.random import PCG64, Generator, RandomState, default_rng, randn, seed

print(LA.inv([[2.0]]), norm([3, 4]), default_rng(1).random(), Generator(PCG64(1)).random())
seed(4)
print(randn(2), npr.rand(), RandomState(4).randn(2))
print(poly1d([1, 2]), trapezoid([1, 2, 3]), cumulative_sum([1, 2]), [len(p) for p in array_split(range(5), 2)])
x = np.arange(3)
for attempt in (lambda: split(x, 2), lambda: split(x, 0), lambda: array_split(x, 0), lambda: inv([[0.0]]),
                lambda: default_rng(1).rand(3), lambda: default_rng(1).randint(3)):
    try:
        print(attempt())
    except (ValueError, ZeroDivisionError, AttributeError, LinAlgError) as error:
        print(type(error).__name__, error)
print(hasattr(default_rng(1), "randn"), hasattr(default_rng(1), "random"))
print([hasattr(np, name) for name in ("testing", "polynomial", "linalg", "random", "exceptions")])
try:
    np.flip([1, 2], 3)
except np.exceptions.AxisError as error:
    print(error)
print("percentile" in dir(np), "svd" in dir(np.linalg), "default_rng" in dir(np.random))
