# Errors of archives, scalars and of numpy's places, once more.
import numpy as np

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
        print(source, "gives", repr(eval(source)))
    except Exception as error:
        print(source, type(error).__name__, error)


def attempt_run(source):
    try:
        exec(source)
        print(source, "passes")
    except Exception as error:
        print(source, type(error).__name__, error)


for source in (
    "int(np.float32('nan'))", "int(np.float16('inf'))", "round(np.float32('nan'))", "round(np.float64('inf'))",
    "np.array([2**63], 'i8')", "np.array([2**64 - 1], 'i8')", "np.uint8(2**64 - 1)", "np.int64(2**63)",
    "np.int32(2**31)", "np.uint64(-1)", "np.int16('70000')", "a[[0], [0], [0], [0]]", "a[np.array([1.5, 2])]",
    "np.add(f, f, out=np.zeros((2, 3), int), casting='safe')",
    "np.exp(f, out=np.zeros((2, 3), 'f4'), casting='safe')", "np.exp(f, out=np.zeros((2, 3), 'f4'), casting='no')",
    "np.add(a, a, out=np.zeros((2, 3), 'i4'), casting='equiv')", "np.repeat(a, [1, -1], axis=0)",
    "v.repeat([1, 1, 1, -1])", "z.searchsorted(1)", "v.take([0, 9])", "v.take(0, mode='z')", "v.choose([1, 2])",
    "v.compress([[1]])", "v.compress(5)", "a.diagonal(0, 0, 0)", "z.diagonal()", "v.trace()", "np.stack(())",
    "np.stack(iter([v]))", "np.percentile(people, 50)", "np.percentile(np.array([1, 'a'], object), 50)",
    "np.quantile(np.array([True, False]), 0.5)", "np.percentile([True, False], 50)", "np.ptp(np.array([True]))",
    "np.vecdot(cube, v)", "np.matrix([1, 2]).reshape(5)", "np.ix_([1], [[2]])", "np.ix_(z)", "np.resize(v, (-1,))",
    "np.resize(v, (2, -3))", "np.bincount([0], minlength=-1)", "np.ravel_multi_index((1, 2), (2,))",
    "np.ravel_multi_index((9, 2), (2, 3))", "np.unravel_index([0, 9], (2, 3))", "np.unravel_index(-1, 5)",
    "np.linspace(np.array([0.0]), 1, -1)", "np.linspace(np.array([0.0]), 1, 2.5)", "np.polyint([1, 2, 3], 3, [1, 2])",
    "np.vectorize(lambda x: x, signature='(n)->(m)')(np.zeros((0, 2)))", "np.vectorize(lambda x: x)(np.zeros(0))",
    "np.vectorize(len)([])", "np.einsum('ijk,i', a, v)", "np.einsum('...ijk', a)", "np.einsum('ijkl...', a)",
    "np.array([1, [2, 3]])", "np.array([[1, 2], [3]], float)", "np.array([[[1]], [[2, 3]]])",
    "np.array([(1, 2)], 'i4,i4')['f5']", "np.full(2, [1, 2, 3])", "np.random.randint([3, 1], [2, 5])",
    "np.random.randint(3, [2, 5])", "np.random.default_rng(0).integers([3, 1], [2, 5])",
    "np.random.default_rng(0).integers(5, [4, 9], endpoint=True)", "np.concatenate((), axis=0)",
    "np.concatenate([a, z])", "np.delete(a, [0, 9], axis=1)", "np.delete(v, slice(0, 1, 0))",
    "np.digitize([1], [3, 1, 2])", "np.histogram([float('nan'), 1], 3)", "np.histogram(v, 2, (5, 1))",
    "np.searchsorted(v, 1, side='middle')", "np.correlate([], [])", "np.meshgrid(v, v, indexing='zz')",
    "np.partition(v, [0, -9])", "np.argpartition(a, 9, axis=0)", "np.testing.assert_equal({1: 2}, [1])",
    "np.testing.assert_array_equal([1, 2, 3], [1, 2, 4], err_msg='words')",
    "np.testing.assert_array_almost_equal([1.0, 2], [1, 3], 2, 'words')", "np.testing.assert_array_less([3], [2])",
    "np.testing.assert_allclose([1.0, 2], [1, 3], err_msg='words')", "np.testing.assert_string_equal(['a'], 'a')",
    "np.testing.assert_string_equal('a', ['a'])", "np.ma.testutils.assert_equal('a', 'b')",
    "np.ma.testutils.assert_equal([1, 2], (1, 3))", "np.ma.testutils.assert_equal({'a': 1}, {'a': 2})",
    "np.ma.testutils.assert_equal(1, 2)", "np.ma.array([1, 2], mask=[True, False]) ** 'a'",
    "float(np.ma.array([1, 2]))", "np.lib.recfunctions.unstructured_to_structured(v)",
):
    attempt(source)
for source in (
    "open('e.npy', 'wb').close(); np.load('e.npy')", "open('j.npy', 'wb').write(b'junk junk junk'); np.load('j.npy')",
    "np.savez('c.npz', a=v); x = np.load('c.npz'); x['z']",
    "np.save('o.npy', np.array([1, 'a'], object)); np.load('o.npy')",
    "np.save('o.npy', np.array([1, 'a'], object), allow_pickle=False)",
    "np.savez('o.npz', allow_pickle=False, a=np.array([1, 'a'], object))", "np.broadcast(*[1] * 70)",
    "u = np.zeros(2, np.uint8); u[0] = 2**64 - 1", "u = np.zeros(2, np.int64); u[0] = 2**63",
    "u = np.zeros(2, np.uint64); u[0] = -1",
):
    attempt_run(source)
