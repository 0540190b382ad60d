# Errors of numpy whose class alone is compared: the texts name limits and dtypes that differ.
import numpy as np
from numpy.polynomial import polynomial as P, Polynomial

a = np.arange(6).reshape(2, 3)
f = np.arange(6.0).reshape(2, 3)
v = np.arange(4)
z = np.array(5)
empty = np.array([])
rng = np.random.default_rng(0)
legacy = np.random.RandomState(0)
names = np.array(["a", "b"])
cube = np.zeros((2, 2, 2))
square = np.array([[2.0, 1], [1, 3]])
days = np.array(["2020-01-01", "2020-01-05"], "datetime64[D]")
steps = np.array([1, 2], "timedelta64[h]")
people = np.array([("a", 1), ("b", 2)], dtype=[("name", "U2"), ("age", int)])
masked = np.ma.array([1, 2, 3], mask=[0, 1, 0])
frozen = np.arange(3)
frozen.flags.writeable = False


def attempt(source):
    try:
        eval(source)
        print(source, "passes")
    except Exception as error:
        print(source, type(error).__name__)


for source in (
    "rng.dirichlet([[1, 1], [1, 1]])", "rng.multinomial([1, 2], [0.5, 0.5], size=(3,))", "np.zeros((1,) * 65)",
    "np.median(names)", "np.dot(people, people)", "a.resize(5)", "people.astype([('name', 'U2')])",
    "P.polyvander2d([1], [1], [1])", "Polynomial([1], symbol=5)",
    "np.testing.assert_array_max_ulp([1.0], [1.0, 2.0])", "np.ndarray((2,), int, bytearray(16), strides=(100,))",
    "np.astype([1], int)", "v.to_device('gpu')", "a.transpose(*range(70))", "a[(0,) * 70]",
    "np.stack([np.zeros((1,) * 65)])", "np.tile(v, (1,) * 65)", "rng.normal(size=(1,) * 65)",
    "rng.multinomial(1, [0.5, 0.5], size=(1,) * 64)", "np.random.rand(*(1,) * 65)", "np.indices((1,) * 65)",
    "a[(None,) * 70]", "a[([0],) * 70]", "np.zeros(1).reshape((1,) * 65)", "np.broadcast_to(1, (1,) * 65)",
    "np.expand_dims(v, tuple(range(70)))",
    "np.zeros(2, dtype=[('a', int, (1,) * 65)])", "np.meshgrid(*[v[:1]] * 70)",
    "a.astype(people.dtype, casting='safe')", "np.linspace(np.array([0.0]), 1, -1)",
):
    attempt(source)
