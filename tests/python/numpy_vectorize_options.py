# vectorize with its options, files that are open, windows.
import io
import numpy as np

print(np.vectorize(lambda x, y: x + y)([1, 2], [[3], [4]]), np.vectorize(len, otypes=[float])(['a', 'bb']))
print(repr(np.vectorize(lambda a, b=1: a * b)(3)), np.vectorize(lambda a, b=1: a * b)([1, 2], b=[3, 4]))
print(np.vectorize(divmod)([7, 8], 3), np.vectorize(str.upper)(['a', 'bc']))
print(np.vectorize(lambda x, p: sum(c * x ** i for i, c in enumerate(p)), excluded=[1])([0, 1, 2], [1, 2, 3]))
print(np.vectorize(lambda x: x / 2, otypes='i')([3, 5]), np.vectorize(int, otypes=[int])([]))

@np.vectorize
def sign(x):
    "The sign."
    return 'neg' if x < 0 else 'pos'

print(sign(np.array([-1, 2])), sign.__doc__)
try:
    np.vectorize(abs)([])
except ValueError as e:
    print(e)
f = io.BytesIO()
np.save(f, np.arange(6).reshape(2, 3))
np.save(f, np.array(['a', 'b']))
f.seek(0)
print(np.load(f), np.load(f), f.read())
f = io.BytesIO()
np.savez(f, x=[1, 2], y=np.eye(2))
f.seek(0)
z = np.load(f)
print(sorted(z.files), z['x'], z['y'])
print(np.lib.stride_tricks.sliding_window_view(np.arange(5), 3))
print(np.lib.stride_tricks.sliding_window_view(np.arange(12).reshape(3, 4), (2, 3)).shape)
try:
    np.lib.stride_tricks.sliding_window_view([1, 2], 3)
except ValueError as e:
    print(e)
