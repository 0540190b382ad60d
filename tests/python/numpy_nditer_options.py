"""nditer: flags, operands that are written, order of memory, allocation, buffers, axes."""
import numpy as np

a = np.arange(6).reshape(2, 3)
print([int(x) for x in np.nditer(a)], [int(x) for x in np.nditer(a.T)], [int(x) for x in np.nditer(a, order='F')])
print([int(x) for x in np.nditer(a[::-1, ::-1])], [int(x) for x in np.nditer(a.T, order='C')])
it = np.nditer(a, flags=['multi_index'])
print(it.shape, it.ndim, it.nop, it.itersize, it.has_multi_index, it.has_index)
for x in it:
    print(it.multi_index, int(x), end=' ')
print(it.finished)
it = np.nditer(a, flags=['f_index'])
while not it.finished:
    print(int(it[0]), it.index, it.iterindex, end='; ')
    it.iternext()
print(it.ndim)
b = np.arange(6.0).reshape(2, 3)
with np.nditer(b, op_flags=['readwrite']) as it:
    for x in it:
        x[...] = 2 * x
print(b)
for line in np.nditer(a, flags=['external_loop'], order='F'):
    print(line, end=' ')
for line in np.nditer(a, flags=['external_loop', 'buffered'], order='F', buffersize=4):
    print(line, end=' ')
print([x for x in np.nditer(a, flags=['external_loop'])])
print([(int(x), int(y)) for x, y in np.nditer([np.arange(3), np.arange(2).reshape(2, 1)])])
print([x.item() for x in np.nditer(a, flags=['buffered'], op_dtypes=['float64'])],
      [x.dtype.name for x in np.nditer(np.arange(2), op_flags=[['readonly', 'copy']], op_dtypes=[complex])])


def square(x, out=None):
    it = np.nditer([x, out], flags=['external_loop', 'buffered'],
                   op_flags=[['readonly'], ['writeonly', 'allocate', 'no_broadcast']])
    with it:
        for one, to in it:
            to[...] = one * one
        return it.operands[1]


print(square([1, 2, 3]), square(a), square(a, out=np.zeros((2, 3), dtype=int)))
it = np.nditer([np.arange(3), np.arange(2), None], op_axes=[[0, -1], [-1, 0], None], flags=['external_loop'])
with it:
    for x, y, z in it:
        np.multiply(x, y, out=z)
    print(it.operands[2])
total = np.array(0)
with np.nditer([a, total], ['reduce_ok'], [['readonly'], ['readwrite']]) as it:
    for x, y in it:
        y[...] += x
print(total, [int(x) for x in np.nditer(a, itershape=None)], np.nditer(a).itviews[0].tolist())
it = np.nditer(a, flags=['multi_index'])
it.multi_index = (1, 1)
print(it.value, it.iterindex, it.iternext(), it.multi_index, it.dtypes, len(it), it[0:1])
it.iterindex = 0
it.remove_multi_index()
it.enable_external_loop()
print(it.value, it.copy().value, [x.item() for x in np.nditer(a, flags=['ranged'])][:2])
c = np.nditer(a, flags=['c_index'])
c.index = 4
print(c.value, np.nditer(a[:, :1], flags=['multi_index']).shape, np.nditer(np.float64(3)).value)
it = np.nditer([np.zeros(2), None], op_dtypes=['f8', 'i2'])
print(it.operands[1].dtype, it.dtypes)
it = np.nditer(a, flags=['multi_index'])
it.remove_axis(1)
print([int(x) for x in it])
for call in (lambda: np.nditer([]), lambda: np.nditer(a, flags=['c_index', 'f_index']), lambda: np.nditer(a, ['x']),
             lambda: np.nditer(a, ['c_index', 'external_loop']), lambda: np.nditer(a, op_flags=['bad']),
             lambda: np.nditer(a, op_flags=[['readonly', 'readwrite']]), lambda: np.nditer(a, op_flags=[['nbo']]),
             lambda: np.nditer([a, np.arange(4)]), lambda: np.nditer(np.zeros((0, 2))), lambda: np.nditer(a).multi_index,
             lambda: np.nditer(a).index, lambda: np.nditer(a, op_dtypes=['f8']), lambda: np.nditer(a)[1],
             lambda: np.nditer(a, ['buffered'], op_dtypes=['i4']), lambda: np.nditer(np.array([None])),
             lambda: np.nditer([a, np.zeros(3)], op_flags=[['readonly'], ['writeonly']]),
             lambda: np.nditer([a, np.zeros((2, 1))], op_flags=[['readonly'], ['readwrite']]),
             lambda: np.nditer([a, a], op_flags=[['readonly']]), lambda: np.nditer(a).remove_axis(0),
             lambda: np.nditer(None, op_flags=[['readonly']]), lambda: np.nditer(a, op_axes=[[0], [1]]),
             lambda: np.nditer([a, a], op_axes=[[0], [0, 1]]), lambda: np.nditer(a)['x']):
    try:
        print(call())
    except (ValueError, TypeError, IndexError, RuntimeError) as error:
        print(type(error).__name__, error)
