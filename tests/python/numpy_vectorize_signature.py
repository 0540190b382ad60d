# vectorize with a signature; Stone's number of bins; numbers of seeds.
import numpy as np

dot = np.vectorize(lambda a, b: a @ b, signature='(n),(n)->()')
print(dot([[1, 2], [3, 4]], [1, 1]), dot([1, 2], [3, 4]), dot(np.ones((2, 1, 3)), np.ones((4, 3))).shape)
outer = np.vectorize(np.outer, signature='(a),(b)->(a,b)')
print(outer([1, 2], [[1, 1], [2, 2]]))
both = np.vectorize(lambda x: (x.min(), x.max()), signature='(n)->(),()')
print(both([[1, 5], [7, 2]]))
center = np.vectorize(lambda a: a - a.mean(), signature='(n)->(n)')
print(center([[1, 3], [1, 0]]), center.signature, np.vectorize(lambda a: a, signature='(n)->(n)', otypes=['O'])([1, 2]).dtype)
print(np.histogram([1, 1, 2, 5, 5.5, 9], bins='stone')[0].sum(), np.histogram_bin_edges(np.arange(20) ** 2, 'stone'))
print(np.random.default_rng(range(3)).integers(0, 100, 3), np.finfo(complex).eps, np.finfo(np.complex64).max)
print(np.array([None, 2], dtype=object).astype(float), np.issubdtype(np.complex64, np.complexfloating), np.isdtype(np.dtype(complex), 'numeric'))
for call in (lambda: dot([1, 2], [1, 2, 3]), lambda: dot(1, 2), lambda: dot([1]), lambda: np.vectorize(len, signature='n->()'),
             lambda: np.vectorize(lambda a: (1, 2), signature='(n)->()')([1]), lambda: outer(np.zeros((0, 2)), [1])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
