# Products and roundings into arrays that are there; copies that must not be made.
import numpy as np

a = np.array([[1., 2], [3, 4.26]])
out = np.empty((2, 2))
print(np.dot(a, a, out=out) is out, out)
print(np.matmul(a, a, out=out), a.dot(a, out=out), np.dot(a, a, out), a.round(1, out=out), np.round(a, out=out), np.outer([1, 2], [1, 2], out=out))
x = np.arange(3)
print(np.array(x, copy=False) is x, np.asarray(x, copy=False) is x, np.asarray(x, copy=True) is x, np.asarray(x, copy=None) is x, np.array(x, copy=None) is x)
print(np.argmax(np.array([1j, np.nan, 2])), np.argmin(np.array([1j, 2, complex(0, np.nan)])), np.array([1j, 3, 2j]).argmax())
bad = np.array([None], dtype=object)
bad[0] = bad
print(str(bad))
for call in (lambda: np.dot(a, a, out=np.empty((2, 3))), lambda: np.dot(a, a, out=np.empty((2, 2), int)), lambda: np.dot(a, a, out=[1]),
             lambda: np.matmul(a, a, out=np.empty((2, 2), int)), lambda: np.array([1, 2], copy=False), lambda: np.asarray([1], copy=False),
             lambda: np.array(x, dtype=float, copy=False), lambda: np.matmul(a, a, out=3)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error)[:60])
try:
    bool(bad)
except RecursionError:
    print('RecursionError')
