# math: hyperbolic functions and their inverses.
import math

for x in (0.0, 0.5, 1.0, 2.5):
    print(f"{math.sinh(x):.12f} {math.cosh(x):.12f} {math.asinh(x):.12f} {math.atan(x):.12f} {math.expm1(x):.12f}")
print(math.acosh(1), round(math.acosh(2), 12), round(math.atanh(0.5), 12), math.cbrt(27.0), round(math.cbrt(-2), 12))
print(round(math.asinh(math.sinh(1.25)), 12), math.expm1(1e-20))
for work in (lambda: math.acosh(0.5), lambda: math.atanh(1), lambda: math.cosh(1e9), lambda: math.sinh("x")):
    try:
        work()
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
import operator

print(operator.matmul.__name__)
import numpy as np

a, b = np.array([[1, 2], [3, 4]]), np.array([[0, 1], [1, 0]])
print(operator.matmul(a, b).tolist(), operator.imatmul(a, b).tolist())
