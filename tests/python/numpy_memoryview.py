# Arrays as the memory of memoryviews.
import numpy as np

a = np.arange(6, dtype='i4').reshape(2, 3)
view = memoryview(a)
print(view.shape, view.format, view.itemsize, view.ndim, view.nbytes, view.readonly, view.tolist(), len(view))
print(bytes(view[1:2]) == a[1:].tobytes() if view.ndim == 1 else bytes(view) == a.tobytes())
line = np.array([1.5, 2.5, -1.0])
seen = memoryview(line)
seen[0] = 9
print(line, seen[-1], seen[1:].tolist(), list(seen), seen.format, line.data.shape, line.data[0])
line[1] = 7
print(seen.tolist(), bytes(seen)[:4], np.asarray([seen[0], seen[1]]))
fixed = np.arange(3)
fixed.flags.writeable = False
try:
    memoryview(fixed)[0] = 1
except TypeError as error:
    print(error)
for kind in ['?', 'i1', 'u1', 'i2', 'u2', 'u4', 'i8', 'u8', 'f4', 'f8']:
    print(kind, memoryview(np.ones(2, kind)).format, memoryview(np.ones(2, kind)).tolist())
print(memoryview(np.array(5)).shape, memoryview(np.array(5)).tolist())
print(bytearray(memoryview(np.arange(3, dtype='u1'))), memoryview(np.zeros((2, 2))).cast('B').nbytes)
