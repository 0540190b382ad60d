# Views with other strides, windows, arrays over buffers, broadcast objects.
import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view

x = np.arange(6)
print(as_strided(x, (4, 3), (8, 8)), as_strided(x, shape=(3,), strides=(16,)), as_strided(x).shape)
y = as_strided(x, (3, 2), (16, 8))
y[0, 0] = 9
print(x, y.base is x or y.base is not None, as_strided(x, (2,), (8,), writeable=False).flags.writeable)
w = sliding_window_view(x, 3)
print(w, w.sum(axis=1), w.shape, w.strides, w.flags.writeable)
print(sliding_window_view(np.arange(9).reshape(3, 3), (2, 2)).shape, sliding_window_view(x.reshape(2, 3), 2, axis=1))
print(np.ndarray((2, 2), dtype='i4', buffer=np.arange(4, dtype='i4')), np.ndarray((2,), buffer=np.arange(3.), offset=8))
print(np.ndarray((2, 2), 'i4', np.arange(4, dtype='i4'), order='F'), np.ndarray((2,), 'i8', np.arange(4), strides=(16,)))
print(np.ndarray((3,), dtype='u1', buffer=b'abc'), np.frombuffer(bytearray(b'\x01\x02'), dtype='u1'))
print(np.frombuffer(b'ab', 'S1'), np.frombuffer(np.arange(2.), 'u1')[:3], np.frombuffer(b'\0\0\x80?' * 2, 'f4', 1, 4))
b = np.broadcast([1, 2, 3], [[1], [2]])
print(b.shape, b.size, b.ndim, b.nd, b.numiter, list(b)[:3], b.index)
b.reset()
print(next(b), len(b.iters), np.broadcast(1, 2).shape)
for call in (lambda: sliding_window_view(x, 7), lambda: sliding_window_view(x, (2, 2)), lambda: sliding_window_view(x, -1),
             lambda: as_strided(x, (2, 2), (8,)), lambda: np.frombuffer(b'abc', 'i4'), lambda: np.frombuffer(b'abc', object),
             lambda: np.ndarray((9,), buffer=b'abc'), lambda: np.broadcast([1, 2], [1, 2, 3])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error)[:60])
