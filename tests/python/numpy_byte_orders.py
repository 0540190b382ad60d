# Numbers whose bytes lie in the other order: what files of other machines hold.
import io
import struct
import numpy as np


def told(call):
    try:
        print(repr(call()))
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


d = np.dtype('>i4')
print(d, repr(d), d.str, d.name, d.byteorder, d.isnative, d.itemsize, d.kind, d.char, d.num, d.type, d.newbyteorder())
print(d == '<i4', d == '>i4', {d: 1}[np.dtype('>i4')], d.descr, np.dtype('>u1'), np.dtype('=i4').byteorder)
print(np.dtype('i4').newbyteorder(), np.dtype(np.uint32).newbyteorder('B'), np.dtype('>f4').newbyteorder('L'))
told(lambda: d.newbyteorder('x'))
told(lambda: np.dtype('>x4'))
# The header of an IDX file, as picture data sets have it.
magic, count = np.frombuffer(struct.pack('>II', 2051, 60000), dtype=np.dtype(np.uint32).newbyteorder('>'))
print(magic, count, type(magic))
a = np.array([1, 2, -3], dtype='>i4')
print(a, repr(a), a.tobytes(), a.tolist(), repr(a[0]), a[1:], a[::-1], a.sum(), a.mean(), a.max(), a.argmax())
print((a + 1).dtype, (a + a).dtype, a * 2.5, -a, a @ a, np.sin(a).dtype, a == a, np.where(a > 0, a, 0))
print(a.astype('<i4').tobytes(), a.byteswap(), a.view('<i4'), a.byteswap().view(a.dtype.newbyteorder()))
a[0] = 300
a[1:] = [7, 8]
a += 1
a[a > 100] = 0
print(a, a.dtype, a.tobytes())
told(lambda: np.zeros(2, '>f8'))
told(lambda: np.ones((2, 2), dtype='>i2'))
told(lambda: np.full(2, 1.5, '>f4'))
told(lambda: np.arange(3, dtype='>i4'))
told(lambda: np.linspace(0, 1, 3, dtype='>f8'))
told(lambda: np.eye(2, dtype='>f4'))
told(lambda: np.zeros_like(a))
told(lambda: a.reshape(3, 1).T)
told(lambda: a.astype('>f8'))
told(lambda: a.copy())
told(lambda: np.cumsum(a))
told(lambda: np.array(7, '>i4'))
told(lambda: np.ndarray((2,), '>i2', b'\0\1\0\2'))
told(lambda: np.array([5, 6, 7])[np.array([0, 2], '>i8')])
told(lambda: np.array([5, 6, 7]).take(np.array([0, 2], '>i8')))
told(lambda: np.bincount(np.array([0, 2], '>i4')))
told(lambda: np.exp(a, a))
print(np.can_cast('>i4', '<i4'), np.can_cast('>i4', '<i4', 'no'), np.can_cast('>i4', '<i4', 'equiv'))
print(np.promote_types('>i8', '>i8'), np.result_type(a, 1.5))
r = np.zeros(2, dtype=[('a', '>i4'), ('b', '>f8'), ('c', 'u1')])
r['a'] = [1, 2]
r['b'] = 0.5
print(r, r.dtype, r.tobytes(), r['a'], r['a'].dtype, r[0], r[1]['b'], r['a'].sum())
c = np.array([1 + 2j], dtype='>c16')
print(c, c.tobytes(), c[0], c * 2, c.dtype, c.real, c.imag)
file = io.BytesIO()
np.save(file, a)
print(file.getvalue()[8:64])
file.seek(0)
told(lambda: np.load(file))
told(lambda: np.int32(5).byteswap())
told(lambda: np.array([1, 2], np.int16).byteswap(inplace=True))
told(lambda: np.array([1 + 2j]).byteswap())
a.sort()
print(a, a.argsort(), a.flatten().dtype, np.transpose(a).dtype, a[None].dtype, np.broadcast_to(a, (2, 3)).dtype)
