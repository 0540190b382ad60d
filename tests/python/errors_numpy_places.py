# Errors of reading and writing elements by their places.
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
    "np.put([1, 2], 0, 1)", "np.put(v, 9, 1, mode='z')", "np.put(v, 0, 'a')", "np.put(frozen, 0, 1)",
    "np.putmask([1], [True], 1)", "np.putmask(v, [True], 1)", "np.putmask(v, v > 1, 'a')",
    "np.putmask(frozen, [True, False, True], 5)", "np.place([1], [True], [1])", "np.place(v, [True], [1])",
    "np.place(v, [True, False, True, True], [])", "np.place(frozen, [True, True, True], [7])", "np.copyto([1], 1)",
    "np.copyto(v, 1.5)", "np.copyto(v, 'a')", "np.copyto(v, f)", "np.copyto(v, 1, where=[1, 0])",
    "np.copyto(v, 1, where=[True, False])", "np.copyto(v, 1, casting='nothing')", "np.copyto(v, 1j, casting='safe')",
    "np.take(v, [0, 9])", "np.take(v, -9)", "np.take(v, 0, mode='z')", "np.take(v, 0, mode=5)",
    "np.take(a, 0, axis=-3)", "np.take(empty, 0)", "np.take(empty, 0, mode='wrap')",
    "np.take(v, [0, 1], out=np.zeros(3))", "np.take(v, [0, 1], out=5)", "np.take(5, 1)",
    "np.take_along_axis(a, v, 0)", "np.take_along_axis(a, a * 1.5, 0)", "np.take_along_axis(a, a, 5)",
    "np.take_along_axis(a, a, 1)", "np.take_along_axis(a, a, None)", "np.put_along_axis(a, v, 1, 0)",
    "np.put_along_axis(a, a, 1, None)", "np.put_along_axis([1], [0], 1, 0)", "np.put_along_axis(a, a, 1, 5)",
    "np.choose([0, 5], [[1, 2], [3, 4]])", "np.choose([0, -1], [1, 2])", "np.choose(0, 5)", "np.choose(0, [])",
    "np.choose(1.5, [1, 2])", "np.choose('a', [1])", "np.choose(0, [1], mode='z')", "np.choose(0, [1], out=5)",
    "np.compress([True, False, True], a, axis=5)", "np.compress([True] * 5, a, axis=1)", "np.compress(5, v)",
    "np.compress('a', v)", "np.compress([[True]], v)", "np.extract([True] * 9, v)", "np.select([v > 1], [])",
    "np.select([v], [v])", "np.select([names], [v])", "np.piecewise(v, [v > 1, v < 1], [1])",
    "np.piecewise(v, v > 1, [1, 2, 3])", "np.piecewise(v, [[True]], [1])", "np.piecewise(v, [v > 1], ['a'])",
    "np.piecewise(v, [], [])", "np.piecewise(v, [v > 1], 5)", "np.where(v > 1, 1, [1, 2])", "np.where(a, v, 1)",
    "np.where(v, 1, 2, 3)", "np.where(v > 1, 'a', 1)", "np.nonzero(5)", "np.flatnonzero()",
    "np.searchsorted([1, 2], [1], side='z')", "np.searchsorted([1, 2], [1], side=5)",
    "np.searchsorted(v, 1, sorter=[0])", "np.searchsorted(v, 1, sorter=[0.5] * 4)", "np.digitize(v, [1, 2, 1])",
    "np.digitize(1j, [1, 2])", "np.unravel_index(-1, (2, 3))", "np.unravel_index([1, 99], (2, 3))",
    "np.unravel_index(1.5, (2, 3))", "np.unravel_index('a', (2, 3))", "np.unravel_index(1, (2, -3))",
    "np.unravel_index(1, ())", "np.unravel_index(1, (2, 3), order='z')", "np.ravel_multi_index((1, 2, 3), (2, 3))",
    "np.ravel_multi_index((1.5, 2), (2, 3))", "np.ravel_multi_index((-1, 0), (2, 3))",
    "np.ravel_multi_index(([1, 2], [1]), (2, 3))", "np.ravel_multi_index((1, 5), (2, 3), mode='z')",
    "np.ravel_multi_index((1, 5), (2, 3), mode=('wrap',))", "np.ravel_multi_index((1, 2), (2, 3), order='z')",
    "np.ravel_multi_index(('a', 'b'), (2, 3))", "np.ix_([[1]])", "np.ix_(5)", "np.ix_('a')", "a[np.ix_([0, 5], [0])]",
    "np.diag_indices('a')", "np.diag_indices_from(cube[0, :1])", "np.diag_indices_from(np.zeros((2, 3)))",
    "np.triu_indices_from(v)", "np.triu_indices(2, 'a')", "np.tril(5)", "np.triu(5)", "np.mask_indices(3, 5)",
    "np.fill_diagonal(np.zeros(3), 1)", "np.fill_diagonal([[1]], 1)", "np.fill_diagonal(np.zeros((2, 3, 4)), 1)",
    "np.delete(v, [9])", "np.delete(v, -9)", "np.delete(v, 'a')", "np.delete(v, 1.5)", "np.delete(v, [True])",
    "np.delete(v, [[True, False], [True, False]])", "np.delete(a, [True], axis=0)", "np.delete(a, 1, axis=-5)",
    "np.delete(5, 0, axis=0)", "np.delete(v, None)", "np.delete(v, [None])", "np.insert(v, -9, 1)",
    "np.insert(v, 1.5, 1)", "np.insert(v, [1.5], 1)", "np.insert(v, [0, 1], [1, 2, 3])", "np.insert(v, 0, 'a')",
    "np.insert(a, 0, [1, 2, 3, 4], axis=1)", "np.insert(a, 0, 1, axis=7)", "np.insert(5, 0, 1, axis=0)",
    "np.insert(v, [[0]], [[1]])", "np.append(a, 5, axis=0)", "np.append(a, [[1, 2]], axis=0)",
    "np.append(v, 1, axis=5)", "np.append()", "np.trim_zeros([0, 1], 5)", "np.trim_zeros(v, 'fbz')",
    "np.unique([1, 'a', None])", "np.unique(np.array([1, 'a'], object))", "np.unique(z, axis=0)",
    "np.unique(names, axis=1)", "np.union1d(v)", "np.intersect1d(v)", "np.intersect1d(v, v, nothing=1)",
    "np.intersect1d(np.array([1, 'a'], object), [2])", "np.setxor1d(v)", "np.isin(names, [1], kind='table')",
    "np.isin(1.5, [1], kind='table')", "np.sort(v, kind='z')", "np.sort(v, order='z')", "np.sort(people, order='z')",
    "np.sort(v, kind=5)", "np.sort(v, stable=True, kind='stable')", "np.sort(v, axis='a')", "np.sort(5)",
    "np.argsort(v, kind='z')", "np.argsort(people, order=['z'])", "np.sort_complex(names)", "np.lexsort(5)",
    "np.lexsort([])", "np.lexsort([[1, 2]], axis=5)", "np.partition(v, 'a')", "np.partition(v, 1.5)",
    "np.partition(v, [0, 9])", "np.partition(v, -9)", "np.partition(v, 1, kind='z')", "np.partition(a, 1, axis=5)",
    "np.partition(5, 0)", "np.argpartition(v, -9)", "np.argpartition(v, 1, axis=5)", "a[(0, 1), (0, 1), (0, 1)]",
    "a[[0], [0], [0]]", "a[np.array([0.5])]", "a[{}]", "a[None, None, 0, 0, 0]", "a[0][5]", "a[:, 5]", "a[:, [0, 5]]",
    "a[-3]", "a[[True, False]][5]", "a[np.array([[True, False]])]", "a[::0]", "a[[[0, 1], [5, 0]]]", "a['x']",
    "a[['x']]", "a[np.array(['x'])]", "a[1j]", "a[()]['x']", "a[..., 9]", "a[10**30]", "a[[10**30]]",
    "v[np.array([], float)]", "v[np.array([True, False])]", "v[np.array(True), 9]", "people['z']", "people[['z']]",
    "people[['name', 'z']]", "people[0]['z']", "people[0][5]", "people[5]", "people[[5]]", "people['name', 'age']",
    "people.z", "people[['name', 5]]", "a.item((0, 9))", "a.item(1.5)", "a.item(0, 0, 0)", "a.item(-7)", "z.item(5)",
    "z.item(0, 0)", "a.diagonal(0, 1, 1)", "v.diagonal()", "a.T.copy().resize(2, -1)", "np.arange(3).resize('a')",
    "a.choose([1])", "a.reshape((2, 3), 5)", "a.reshape(0, -1)", "a.ravel(5)", "a.flatten(order=5)",
    "a.transpose('a')", "a.transpose((0, 1), 2)", "a.transpose(0, 1, 2)", "a.swapaxes('a', 0)", "a.view(5)",
    "f[:, 0].view('i2')", "f[:, ::2].view('c16')", "a.astype('i4', 5)", "names.astype('M8[D]')",
    "names.astype(complex)", "a.tobytes('z')", "a.dot(names)", "a.clip('a')", "np.clip(a, 0, 1, min=5)",
    "frozen.sort()", "frozen.partition(1)", "frozen.put(0, 1)", "setattr(a, 'dtype', object)",
    "setattr(a, 'shape', 'a')", "a.flat[9]", "a.flat['a']", "a.flat[[0, 9]]", "a.flat.__setitem__(9, 1)",
):
    attempt(source)
for source in (
    "a[0] = [1, 2]", "a[:, 0] = [1, 2, 3]", "a[a > 2] = [1, 2]", "a[[0, 1]] = [[1, 2], [3, 4]]", "a[0, 0] = [1, 2]",
    "a[0, 0] = 'x'", "a[0] = 'x'", "a[0] = None", "a[0] = 1j", "f[0] = 1j", "f[0, 0] = [1, 2]", "f[0, 0] = 'x'",
    "a[...] = cube", "a[0, 5] = 1", "a[5, 0] = 1", "a['x'] = 1", "a[1.5] = 1", "a[0, 0, 0] = 1", "a[[0, 5]] = 1",
    "a[[True, False, True]] = 1", "a[:, [True, False]] = 1", "a[np.array([[True]])] = 1",
    "v[v > 0] = np.zeros((2, 2))", "v[...] = {}", "v[0] = {}", "v[0] = 10**30", "np.zeros(1, np.uint8)[0] = 300",
    "np.zeros(1, np.uint8)[:] = [-1]", "days[0] = 5.5", "days[0] = 'x'", "steps[0] = 'x'", "people[0] = (1,)",
    "people[0] = ('a', 'b')", "people[0] = ('a', 1, 2)", "people['z'] = 5", "people['age'] = [1, 2, 3]",
    "people['age'] = 'x'", "people[0]['age'] = 'x'", "people[0]['z'] = 1", "people[5] = ('a', 1)", "frozen[0] = 1",
    "frozen[:] = 1", "frozen[[0, 1]] = 1", "frozen[frozen > 0] = 1", "frozen += 1", "v += [1, 2]", "v += 1.5",
    "v /= 2", "v **= -1", "v %= 'a'", "v &= 1.5", "v <<= 1.5", "names += 1", "a, b, c = v", "del a[0]",
    "for x in z: pass", "x, y = z",
):
    attempt_run(source)
