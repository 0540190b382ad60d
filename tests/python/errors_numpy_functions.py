# numpy's functions and what goes wrong in them: files, records, masked arrays, draws, statistics.
import numpy as np, io, warnings
import numpy.testing as nt
import numpy.ma as ma
import numpy.ma.testutils as mt
def attempt(source):
    try:
        result = eval(source) if "\n" not in source else exec(source, globals())
        print(source, "gives", repr(result))
    except Exception as error:
        print(source, type(error).__name__, error)
pair = np.dtype([('a', 'i4'), ('b', 'f8')])
gap = np.dtype([('a', 'u1'), ('b', 'f8')])
three = np.array([(1, 2.5, 3), (4, 5.5, 6)], [('a', 'u1'), ('b', 'f8'), ('c', 'i2')])
masked = ma.array([1, 2, 3], mask=[0, 1, 0])
archive = io.BytesIO()
np.savez(archive, a=[1])
archive.seek(0)
closed = np.load(archive)
closed.close()


for source in ("np.load(io.BytesIO())", "np.load(io.BytesIO(b'xyz'))", "np.vectorize(lambda *a: 1)()",
               "np.vectorize(lambda **k: 1, excluded=['x'])(x=3)", "np.vectorize(lambda a: 1, otypes='d')()",
               "np.vectorize(lambda a: a, signature='(n)->(m)', otypes='d')(np.zeros((0, 2)))",
               "np.vectorize(lambda a: a, signature='(n)->(m)')(np.zeros((0, 2)))",
               "np.linalg.inv(np.array([[1, 2], [3, 4]], object))", "np.linalg.det(np.array([[1]], 'f2'))",
               "np.linalg.qr([[1., 2.], [3., 4.]], mode='raw')", "np.linalg.qr(np.eye(2), mode='x')",
               "masked.__iadd__(1.5)", "masked.__itruediv__(2)", "masked.__ipow__(0.5)",
               "ma.array([1, 2], fill_value='a')", "ma.array([1, 2], fill_value=[1, 2, 3])",
               "ma.array([1, 2], 'i1', fill_value=1000)", "ma.array([1,2],fill_value=1+2j)",
               "ma.array(['a'], fill_value=5)", "ma.minimum_fill_value(np.array(['a']))", "ma.maximum_fill_value('a')",
               "ma.minimum_fill_value(None)", "ma.maximum_fill_value(np.dtype('M8[s]'))", "ma.minimum_fill_value(1j)",
               "np.tensordot([1], [2], -1)", "np.tensordot([1], [2], axes=(0, 1))",
               "np.histogram_bin_edges([1, 2, 3], 'nothing')", "np.histogram([1, 2, 3], bins='nothing')",
               "np.histogram([1, 2], bins='AUTO')", "np.astype([1], float)", "np.astype(5, float)",
               "np.astype(np.float64(5), int)", "np.resize([1, 2], -1)", "np.resize([1, 2], (2, -1))",
               "np.fromregex(io.StringIO('1 2'), r'(\\d+)', float)",
               "np.fromregex(io.StringIO('1 2'), r'(\\d+)', 'f8')", "np.char.multiply(['a'], 1.5)",
               "np.char.multiply(['a'], 'b')", "np.strings.multiply(['a'], 1.5)", "np.char.multiply(['a'], [1.0])",
               "mt.assert_not_equal(1, 1)",
               "try: mt.assert_not_equal(np.array([1, 2]), np.array([1, 2]))\nexcept AssertionError: print('equal')",
               "mt.assert_not_equal({'a': 1}, [1])", "mt.assert_not_equal([1], {'a': 1})",
               "mt.assert_not_equal([1, 2], [1])", "mt.assert_not_equal({'a': 1}, {'a': 1})",
               "mt.assert_not_equal(ma.array([1, 2]), ma.array([1, 3]))", "str(mt.assert_not_equal(1, 2))",
               "mt.assert_not_equal([1], [1], 'hello')", "mt.assert_equal(ma.masked, np.array(1))",
               "mt.assert_equal(np.array(1), ma.masked)", "mt.assert_equal(1, ma.masked)",
               "nt.assert_equal([True, False], [True, True])",
               "nt.assert_array_equal(np.array([True, False]), np.array([True, True]))", "nt.assert_equal(1, {'a': 1})",
               "nt.assert_equal([1], {'a': 1})", "nt.assert_equal((1,), [1])",
               "nt.assert_array_max_ulp(np.array([1j]), np.array([1j]))",
               "nt.assert_array_almost_equal_nulp(np.array([1j]), np.array([2j]))",
               "nt.assert_array_max_ulp([1.0], [2.0])", "np.bmat('a,b; b a', {'a': np.eye(1), 'b': [[5]]}, {})",
               "np.bmat('a,b', {'a': [[1]]}, {})", "np.bmat('a, b', {'a': [[1]]}, {'b': [[2]]})",
               "np.zeros(3).flat.__setitem__(slice(0, 2), [])", "np.zeros(3).flat.__setitem__(0, [])",
               "np.repeat([1, 2], [1.5, 2])", "np.repeat([1, 2], np.array([1.5, 2]))", "np.repeat([1, 2], 1.5)",
               "np.array([1,2]).repeat([1.0])", "np.repeat([1, 2], ['a'])", "np.repeat([1,2],[1j])",
               "np.repeat([1, 2], np.array([1,2],'u8'))", "closed['a']", "closed.files", "'a' in closed", "len(closed)",
               "list(closed)", "closed['b']", "np.array([1],'M8[s]').astype(complex)",
               "np.array([1],'m8[s]').astype(complex)", "np.array([1],'M8[s]').astype(bool)",
               "np.array([1],'M8[s]').astype(float)", "np.array([1j],complex).astype('m8[s]')",
               "np.array([1.5]).astype('M8[s]')", "np.array([1],'M8[s]').astype(pair)",
               "np.zeros(1,pair).astype('M8[s]')", "np.zeros(1,pair).astype(complex)", "np.zeros(1,pair).astype(float)",
               "np.array([(1, 2), [3, 4]], pair)", "np.array([[1, 2]], pair)", "np.array([1,2], pair)",
               "np.array(['x'], pair)", "np.zeros(2, pair).__setitem__(0, 'a')",
               "np.zeros(2, pair).__setitem__(0, [[1,2]])", "np.zeros(2, pair).__setitem__(slice(None), [1,2])",
               "np.array([None], object).astype(pair)", "np.array([[1,2],None], object).astype(pair)",
               "np.zeros(1, pair)[0].__setitem__('a', [1])", "np.full(2, [1,2], pair)", "np.array([([1,2],3)], pair)",
               "np.zeros(1,pair)[0].__setitem__(0, [1,2])", "np.frombuffer(bytes(range(18)), gap)",
               "np.frombuffer(bytes(range(20)), gap, 1, 2)", "three.tobytes()",
               "np.array([((1, 2.5), 3)], [('p', gap), ('q', 'u1')]).tobytes()",
               "np.frombuffer(bytes(range(10)), [('p', gap), ('q', 'u1')])",
               "np.frombuffer(bytes(range(8)), [('s', 'S3'), ('n', '<i2', (2,)), ('x', 'u1')])",
               "np.array([('abc', [1, 2], 3)], [('s', 'S3'), ('n', '<i2', (2,)), ('x', 'u1')]).tobytes()",
               "three.tobytes('F')", "np.random.seed(0)\nprint(np.random.bytes(-9))", "np.random.bytes(-5)",
               "np.random.bytes(0)", "np.random.seed(0)\nprint(np.random.bytes(7))",
               "np.random.seed(0)\nprint(np.random.randint([0, -5], [5, 9], dtype='i8'))", "np.random.randint([5, -1])",
               "np.random.randint([0, 0], [5, 0])",
               "np.random.seed(3)\nprint(repr(np.random.randint([[0], [100]], [200, 50000, 2**31 - 1], dtype='u4')))",
               "np.random.seed(3)\nprint(repr(np.random.randint([[0], [1]], [2, 2], (4,2,2),dtype=bool)))",
               "np.random.seed(3)\nprint(repr(np.random.randint(0, [5, 7, 127], (5, 3), dtype='i1')))",
               "np.random.default_rng(3).multinomial([5, 10], [[0.2, 0.8], [0.5, 0.5]])",
               "np.random.default_rng(3).multinomial([[5], [10]], [[0.2, 0.8], [0.5, 0.5]])",
               "np.random.default_rng(3).multinomial(5, [[0.2, 0.8], [0.5, 0.5]], size=(2, 2)).shape",
               "np.random.default_rng(3).multinomial(5, [[0.2, 0.8], [0.5, 0.5]], size=(3,2)).tolist()",
               "np.random.default_rng(3).multinomial(5, 0.5)",
               "np.random.default_rng(3).multinomial(5, [[0.9,0.9,0.1]])", "np.bytes_('a', 'ascii')", "np.bytes_('é')",
               "np.bytes_('é', 'latin1')", "np.bytes_(3.5)", "np.bytes_(b'a\\0')", "np.bytes_(bytearray(b'xy'))",
               "np.bytes_(object)", "np.bytes_(-1)", "np.bytes_(np.array([1, 2]))", "np.bytes_(b'a', 'ascii')",
               "np.bytes_('a', errors='strict')", "np.bytes_('x','nothing')", "np.size([[1, 2, 3]], (0, 1))",
               "np.size([[1, 2, 3]], -1)", "np.size(5)", "np.size(5, 0)", "np.bincount([0.9, 1.2])",
               "np.bincount(np.array(['a']))", "np.bincount([None])", "np.bincount([])", "np.bincount(np.array([]))",
               "np.bincount([True, False])", "np.bincount(np.array([True]))", "np.bincount((1,-1))", "np.bincount(5)",
               "np.var(np.arange(6).reshape(2, 3), axis=0, dtype=int)", "np.std([1.5, 2.5, 9], dtype=int, ddof=1)",
               "np.var([1.5, 2.5, 9], dtype=complex, ddof=1)", "np.std([True, False], dtype=bool)",
               "np.std([[1, 2.], [3, 4]], dtype='i4', axis=0)", "np.std([[1, 2j], [3, 8]], dtype='c8', axis=0)",
               "np.std([1, 2, 5], dtype=int, keepdims=True)", "np.mean([1.5,2.7],dtype=int)",
               "np.std(np.array([1+2j,3]))", "np.var(np.array([1+2j,3]), dtype='c16')",
               "np.median([1j, 2, complex('nan'), 3])", "np.median([[1j, 2], [3, 0]], axis=0)",
               "np.median([[1j, 2], [3, 0]], axis=(0, 1), keepdims=True)", "np.median(np.array([3 + 1j, 1, 2j], 'c8'))",
               "np.median([[1j,2],[3,0],[1,1]], axis=1)",
               "np.ones(2, [('a', 'f8', (2, 2))]).astype([('a', 'f8', (3,))])",
               "np.ones(1, [('a', 'f8', (1, 2))]).astype([('a', 'f8', (3, 2))])",
               "np.array([([[0, 1], [2, 3], [4, 5]],)], [('a', 'i4', (3, 2))]).astype([('a', 'i4', (2, 4))])",
               "np.array([([[0, 1], [2, 3], [4, 5]],)], [('a', 'i4', (3, 2))]).astype([('a', 'i4', (2,))])",
               "np.array([([[0, 1], [2, 3], [4, 5]],)], [('a', 'i4', (3, 2))]).astype([('a', 'i4')])",
               "np.array([1, -1, 13], 'm8[Y]').astype('m8[D]')", "np.array([1, -1, 13], 'm8[M]').astype('m8[W]')",
               "np.array([365, -1, 800], 'm8[D]').astype('m8[Y]')", "np.array([365, -1, 800], 'm8[D]').astype('m8[M]')",
               "np.array([10**9, -5], 'm8[s]').astype('m8[Y]')", "np.array([1], 'm8[s]').astype('m8')",
               "np.array([1], 'M8[s]').astype('m8[s]')", "np.array([1, -7], 'm8[M]').astype('m8[s]')",
               "np.array([100, -7], 'm8[W]').astype('m8[M]')",
               "np.tile(np.ones((1,) * 64), (2,) + (1,) * 63).shape[:2]",
               "np.repeat(np.ones((1,) * 64), 3, axis=5).shape[4:7]", "np.tile([[1, 2]], (2, 2))", "np.tile([1, 2], 0)",
               "np.tile(np.zeros((0, 2)), (2, 2))", "np.repeat(np.zeros((0, 2)), 2, 1)",
               "np.tile([[1], [2]], (1, 2, 2))", "np.tile(5, 3)", "np.tile([1,2],-1)",
               "np.ndarray((2, 2), strides=(8, 16)).shape", "np.ndarray(2, strides=(16,))",
               "np.ndarray(2, strides=(4,)).strides", "np.ndarray((2, 2), 'i2', strides=(2, 4)).strides",
               "np.ndarray((2, 2), strides=(16,))", "np.ndarray(2, strides=(-8,))"):
    attempt(source)
