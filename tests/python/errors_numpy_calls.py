# What numpy says to wrong arguments of its functions, dtypes and generators.
import numpy as np, pickle, io
def attempt(source):
    try:
        result = eval(source) if "\n" not in source else exec(source, globals())
        print(source, "gives", repr(result))
    except Exception as error:
        print(source, type(error).__name__, error)
deepest = np.zeros((1,) * 64)
gap = np.dtype([('a', 'u1'), ('b', 'f8')])
pair = np.dtype([('a', 'i4'), ('b', 'f8')])
loop = np.empty((), object)
loop[()] = loop
chain = np.empty((), object)
chain[()] = 5
for i in range(700):
    outer = np.empty((), object)
    outer[()] = chain
    chain = outer
endless = []
endless.append(('a', endless))
state = np.random.RandomState(1).get_state()
archive = np.load


for source in ("deepest[(np.array(True),)*65]", "deepest[(True,)*65]", "np.zeros(3)[(np.array(True),)*65].shape",
               "np.zeros(3)[(np.array(True),)*30].shape", "np.take(np.arange(3), np.array([0.5]))",
               "np.arange(3).take(np.array([1.5]))", "np.take(np.arange(3), np.array(['1']))",
               "np.take(np.arange(3), 1.5)", "np.take(np.arange(3), [True])", "np.take(np.arange(3), [None])",
               "np.take(np.arange(3), np.array([1], object))", "np.take(np.arange(3), np.array([1], 'u8'))",
               "np.take(np.arange(3), np.uint64(1))", "np.take(np.arange(3),1j)",
               "np.take(np.arange(3), np.float64(1))", "np.take(np.arange(3),[1j])",
               "np.ndarray((2, 2), strides=(8, 16)).shape", "np.ndarray(2, strides=(16,)).strides",
               "np.ndarray(2, strides=(4,)).strides", "np.ndarray((2,2), strides=(16,))",
               "np.ndarray(3, buffer=np.zeros((4,4))[:, ::2])", "np.ndarray(2,float,np.zeros(4)[::2])",
               "np.frombuffer(bytes(32), gap)", "np.zeros(2, gap).tobytes()", "np.random.multinomial(5, [[0.5, 0.5]])",
               "np.random.default_rng(0).multinomial(5, [[0.5, 0.5],[0.2,0.8]])",
               "np.random.multinomial(5, [0.5, 0.5], size=(1,)*64)", "np.random.dirichlet([1,2], size=(1,)*64)",
               "np.random.multivariate_normal([0,0], np.eye(2), size=(1,)*64).shape",
               "np.dtype('f8').newbyteorder('x')", "np.pad([1, 2], 1, mode='reflect')",
               "np.pad([1, 2], 1, mode='nothing')", "np.pad([1, 2], -1)", "np.pad([1, 2], 1, mode=5)",
               "np.pad([1,2], 1, 'empty').shape", "np.pad([1,2], (1,2,3))",
               "np.random.seed(1)\nprint(np.random.randint([1, 2], [5, 9], dtype='i4'))",
               "np.random.seed(1)\nprint(repr(np.random.randint([1, 2], [5, 900], (3, 2), dtype='u2')))",
               "np.random.randint([1, 2], [5, 900], dtype='i1')", "np.random.randint([5, 2], [5, 9], dtype='i1')",
               "np.unique([[1, 2], [1, 2]], axis=0)", "np.unique([[1, 2], [1, 2]], axis=2)",
               "np.array(['a'], object).imag", "np.array(['a']).imag", "np.array(['2020'], 'M8[Y]').imag",
               "np.zeros(1, pair).imag", "np.array([1+2j, 3], object).imag", "np.array(['a']).real",
               "np.array([1,2],object).imag", "np.meshgrid([1], indexing='x')", "np.meshgrid(*[[1]]*65)",
               "np.meshgrid([1], indexing=5)", "np.array([2**40], object).astype('i4')",
               "np.array([300], object).astype('i1')", "np.array([np.zeros(2), 1], object).astype('i4')",
               "np.array([np.zeros(2), 1], object).astype(float)", "np.bytes_('a')", "np.bytes_(5)",
               "np.bytes_('a', 'ascii')", "np.bytes_()", "np.bytes_([65, 66])", "np.bytes_(None)",
               "np.bytes_('a', encoding='utf-8', errors='strict')", "np.nothing", "np.random.nothing",
               "np.linalg.nothing", "np.fft.nothing", "np.random.default_rng(0).integers([5, 6], 5)",
               "np.random.default_rng(0).integers(5, [5,3])",
               "np.random.default_rng(0).integers([5, 6], 5, endpoint=True)", "np.random.default_rng(0).integers(5, 5)",
               "np.random.default_rng(0).integers(5, 4, endpoint=True)", "np.random.default_rng(0).integers(5, -2**63)",
               "np.random.default_rng(0).integers([5], [-2**63])", "np.random.default_rng(0).integers(0)",
               "np.random.default_rng(0).integers(-3,endpoint=True)", "z = np.zeros((2, 2))\nz[0] = [[[1]], [[2]]]",
               "z = np.zeros(2)\nz[0:2] = [[1, 2], [3, 4]]", "z = np.zeros(2)\nz[:] = [[[1, 2], [3, 4]]]",
               "z = np.zeros(2, 'i1')\nz[:] = [[1, 2], [3, 4]]", "z = np.zeros(2)\nz[[0,1]] = [[1, 2], [3, 4]]",
               "z = np.zeros(2)\nz[0] = [1, 2]", "z = np.zeros((2,2))\nz[0,:] = [[1, 2]]",
               "z = np.zeros((2,2))\nz[0,:] = [[[1, 2]]]", "np.array_split(np.zeros((2, 2)), 2, axis=5)",
               "np.split(np.zeros(4), 2, axis=1)", "np.split(np.zeros(4), 2, axis=-2)", "np.hsplit(np.float64(3), 2)",
               "np.vsplit(np.zeros(4), 2)", "np.dsplit(np.zeros(4), 2)", "np.array_split(np.float64(1), 2)",
               "np.delete(np.zeros(3), 1, axis=4)", "np.insert(np.zeros(3), 1, 0, axis=4)",
               "np.unstack(np.zeros(3), axis=3)", "np.roll(np.zeros(3),1,axis=4)",
               "np.lib.stride_tricks.as_strided(np.zeros(3), (-1,))",
               "np.lib.stride_tricks.as_strided(np.zeros(3), (2, -1), (8,8))", "float(loop)", "int(loop)",
               "float(chain)", "int(np.array(chain))", "np.random.bytes(-1)", "np.random.default_rng(0).bytes(-1)",
               "np.random.set_state(('MT19937', [1, 2], 3))", "np.random.set_state(('x', state[1], 1, 0, 0.0))",
               "np.random.set_state(('MT19937', state[1][:-1], 1, 0, 0.0))",
               "np.random.set_state({'bit_generator': 'MT19937', 'state': {'key': [1,2], 'pos': 7}})",
               "np.dtype(endless)", "np.zeros(2, pair).__setitem__(0, [1, 2])", "np.array([[1, 2]], pair)",
               "np.array([(1, 2), [3, 4]], pair)", "np.zeros(2, pair).sort(order=5)",
               "np.sort(np.zeros(2, pair), order=5)", "np.argsort(np.zeros(2, pair), order=1.5)",
               "np.zeros(2,pair).argpartition(1,order={})", "np.dtype([('a', 'f8', (1,) * 40)]).itemsize",
               "np.dtype([('a', 'f8', (1,) * 8)]).itemsize", "np.dtype([('a', 'f8', (1,) * 80)]).itemsize",
               "int(np.float64('inf'))", "int(np.float64('nan'))", "int(np.float32('inf'))",
               "np.float64('nan').__int__()", "int(np.float16('-inf'))", "np.float64('inf').__int__()",
               "round(np.float64('nan'))", "np.float32('nan').__trunc__()", "np.size([1, 2], 1)", "np.size([1, 2], -2)",
               "np.size([1,2], (0,1))", "np.bincount([0.5])", "np.bincount(['a'])", "np.bincount([1j])",
               "np.bincount(np.array([1], 'u8'))", "np.histogram([1, 2], 0)", "np.histogram([1, 2], -1)",
               "np.histogram([1, np.nan], 3)", "np.histogram([1, np.inf], 3)", "np.histogram([1,2], 3, (0, np.nan))",
               "np.histogram([1,2], 3, (3, 1))", "np.histogram([1], 'nothing')", "np.histogram([1,2], [[1]])",
               "np.histogram([1,2],[3,1])", "np.searchsorted([1, 2], 1, side='middle')",
               "np.searchsorted([1, 2], 1, side='LEFT')", "np.searchsorted([1, 2], 1, side=5)",
               "np.searchsorted([1, 2], 1, side='r')", "np.array([1,2]).searchsorted(1, 'l')",
               "np.histogram([1,2],2.5)"):
    attempt(source)
