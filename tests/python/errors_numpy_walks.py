"""Errors of nditer, numpy.rec, numpy.ma's further functions, tables and numpy.lib.recfunctions, as numpy words them."""
import numpy as np
import numpy.lib.recfunctions as rfn
import numpy.ma as ma

a = np.arange(6).reshape(2, 3)
fixed = np.arange(3)
fixed.setflags(write=False)
s = np.array([(1, 2.0)], dtype=[('x', int), ('y', float)])
m = ma.array([[1.0, 2], [3, 4]], mask=[[0, 1], [0, 0]])


def walk(name, value, **kwargs):
    it = np.nditer(a, **kwargs)
    setattr(it, name, value)


def closed():
    it = np.nditer(a)
    it.close()
    return it.value


def reopened():
    it = np.nditer(a)
    it.close()
    return it


def ended():
    it = np.nditer(a, flags=['multi_index'])
    for _ in it:
        pass
    return it.multi_index


def readonly():
    it = np.nditer(a)
    it[0] = 5


calls = {
    'index': lambda: walk('index', 9, flags=['c_index']),
    'multi_index': lambda: walk('multi_index', (5, 5), flags=['multi_index']),
    'indices': lambda: walk('multi_index', (5,), flags=['multi_index']),
    'iterindex': lambda: walk('iterindex', 9),
    'iterrange': lambda: walk('iterrange', (0, 9), flags=['ranged']),
    'closed': closed,
    'reset': lambda: reopened().reset(),
    'enter': lambda: reopened().__enter__(),
    'flags': lambda: np.nditer(a, flags='multi_index'),
    'ended': ended,
    'readonly': readonly,
    'list': lambda: np.nditer([[1, 2]], op_flags=[['readwrite']]),
    'fixed': lambda: np.nditer(fixed, op_flags=[['readwrite']]),
    'cast': lambda: np.nditer(a, ['buffered'], [['readwrite']], op_dtypes=['f8'], casting='safe'),
    'axis': lambda: np.nditer(a, ['multi_index']).remove_axis(5),
    'itershape': lambda: np.nditer(a, op_axes=[[0, 1]], itershape=(2,)),
    'no_broadcast': lambda: np.nditer([a, np.arange(3)], op_flags=[['readonly'], ['readonly', 'no_broadcast']]),
    'writeonly': lambda: np.nditer([a, np.zeros((2, 1))], ['reduce_ok'], [['readonly'], ['writeonly']]),
    'convolve': lambda: ma.mr_['1:2'],
    'notmasked': lambda: ma.notmasked_contiguous(np.zeros((1, 1, 1))),
    'mask_rowcols': lambda: ma.mask_rowcols(np.zeros(3)),
    'polyfit': lambda: ma.polyfit([1, 2], np.zeros((1, 1, 1)), 1),
    'weights': lambda: ma.polyfit([1, 2], [1, 2], 1, w=[[1]]),
    'lengths': lambda: ma.polyfit([1, 2], [1, 2], 1, w=[1]),
    'masked': lambda: ma.cov(m, allow_masked=False),
    'both': lambda: ma.cov([[1, 2]], m, allow_masked=False),
    'ddof': lambda: ma.cov(m, ddof=1.5),
    'fromfile': lambda: np.rec.fromfile(None),
    'fromstring': lambda: np.rec.fromstring(b'ab'),
    'record': lambda: setattr(np.rec.array(s)[0], 'dtype', 1),
    'last': lambda: rfn.unstructured_to_structured(np.zeros((2, 0))),
    'types': lambda: rfn.stack_arrays((s, np.zeros(1, dtype=[('x', 'U1')])), usemask=False),
    'dtypes': lambda: rfn.append_fields(s, ['p', 'q', 'r'], [[1], [2], [3]], dtypes=[int, int]),
    'mark': lambda: np.loadtxt(['1'], delimiter='#'),
    'quote': lambda: np.loadtxt(['1'], delimiter=',', quotechar=','),
    'comment': lambda: np.loadtxt(['1'], comments='"', quotechar='"'),
    'newline': lambda: np.loadtxt(['1'], delimiter='\n'),
    'locked': lambda: np.genfromtxt(['1', 'x'], dtype=None, converters={0: float}),
    'none': lambda: rfn.structured_to_unstructured(np.zeros(2, dtype=[])),
}
for name, call in calls.items():
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)
