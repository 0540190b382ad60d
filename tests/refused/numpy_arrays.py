import numpy as np
from refusals import refuses, report

refuses(NotImplementedError, "fields of structured arrays cannot hold objects: field 'x'", np.dtype, [('x', object)])
refuses(NotImplementedError, 'the name of a field can have at most 63 bytes, and this one has 64', np.dtype, [('x' * 64, 'f8')])
refuses(NotImplementedError, 'dtype(align=True) is not there: fields are packed, as without it', np.dtype,
        [('a', 'u1'), ('b', 'f8')], align=True)
refuses(NotImplementedError, 'a view between structured dtypes is there only where the fields lie without gaps: '
        'fields of one size', np.zeros(2, [('a', 'u1'), ('b', 'f8')]).view, 'u1')
refuses(NotImplementedError, "the dtype 'M8[10s]' is not there: units of time have no multiples", np.dtype, 'M8[10s]')
refuses(NotImplementedError, "the dtype 'm8[2D]' is not there: units of time have no multiples", np.array, [1], 'm8[2D]')
refuses(NotImplementedError, "the unit '10s' is not there: units of time have no multiples", np.timedelta64, 5, '10s')
refuses(NotImplementedError, "the dtype '>U3' is not there in this byte order: texts, times and records have this "
        "machine's", np.dtype, '>U3')
refuses(NotImplementedError, "the dtype '<U3' is not there in this byte order: texts, times and records have this "
        "machine's", np.dtype('U3').newbyteorder, '>')
refuses(ValueError, 'cannot construct an array of objects over a buffer or with strides', np.ndarray, 3, object, bytearray(24))
refuses(ValueError, 'negative dimensions are not allowed', np.ndarray, -1, float, bytearray(8))
refuses(ValueError, 'ndarray is not contiguous', np.ndarray, 3, float, np.array([None, 1, 2]))

refuses(AttributeError, "module 'numpy' has no attribute 'memmap'", getattr, np, 'memmap')

key = np.random.RandomState(1).get_state()[1]
refuses(ValueError, 'the position in a MT19937 state is a number from 0 to 624, not 700', np.random.set_state,
        ('MT19937', key, 700, 0, 0.0))
refuses(ValueError, 'the position in a MT19937 state is a number from 0 to 624, not -1', np.random.RandomState().set_state,
        {'bit_generator': 'MT19937', 'state': {'key': key, 'pos': -1}})

refuses(NotImplementedError, 'bmat of a text looks its names up in two dictionaries: bmat(text, locals(), globals())',
        np.bmat, 'a, b')
refuses(NotImplementedError, 'einsum_path is not there; einsum multiplies from the left', np.einsum_path, 'ij,jk', np.eye(2),
        np.eye(2))
masked = np.ma.array([1, 2, 3], mask=[0, 1, 0])
for function in (np.sin, np.asarray, np.sort):
    refuses(NotImplementedError, "numpy's own functions do not see the mask of a masked array: use its methods, "
            'the functions of np.ma, or give them x.filled(...), x.compressed() or x.data', function, masked)


def many():
    for i in range(3000):
        np.dtype([(f'field{i}', 'f8')])


LIMIT = 0
try:
    many()
except NotImplementedError as error:
    LIMIT = int(str(error).split()[6])
refuses(NotImplementedError, f'a program can make at most {LIMIT} structured dtypes', many)
assert np.dtype([('field0', 'f8')]).names == ('field0',)
report()
