"""loadtxt and savetxt: records, quotes, converters, comments, paths, files of bytes."""
import io
import os
import pathlib
import tempfile
import warnings

import numpy as np

rows = ['pen,3,1.5  # blue', 'book,12,2.25']
print(np.loadtxt(rows, delimiter=',', dtype=[('name', 'U6'), ('count', int), ('price', float)]))
print(np.loadtxt(rows, delimiter=',', dtype='U6,i4,f8', unpack=True))
print(np.loadtxt(rows, delimiter=',', dtype=str), np.loadtxt(rows, delimiter=',', usecols=(1, -1)))
print(np.loadtxt(['1 2 3 4', '5 6 7 8'], dtype=[('a', int), ('b', float, (3,))]))
print(np.loadtxt(['1,"a, b"', '2,"say ""hi"""'], delimiter=',', quotechar='"', dtype='i4,U9'))
print(np.loadtxt(['1 2 // x', '3 4 % y'], comments=['//', '%']), np.loadtxt(['1', '2', '3'], skiprows=1, max_rows=1))
print(np.loadtxt(['1+2j 3', '(4-1j) 5+-6j'], dtype=complex), np.loadtxt(['0 1', '1 1'], dtype=bool))
print(np.loadtxt(['a 1', 'b 2'], converters={0: ord}), np.loadtxt(['1x 2x'], converters=lambda s: int(s[:-1]), dtype=int))
print(np.loadtxt(['5'], ndmin=1), np.loadtxt(['5'], ndmin=2), np.loadtxt(['1', '2'], ndmin=2).shape,
      np.loadtxt(['2020-01-01 7'], dtype='datetime64[D],i4'))
folder = pathlib.Path(tempfile.mkdtemp())
np.savetxt(folder / 'a.txt', np.array([[1, 2], [3, 4]]), fmt='%d', delimiter=';', header='x;y', footer='end')
print((folder / 'a.txt').read_text(), np.loadtxt(folder / 'a.txt', delimiter=';').tolist())
np.savetxt(folder / 'b.gz', [1.5, 2.5])
print(np.loadtxt(folder / 'b.gz'), np.genfromtxt(folder / 'a.txt', delimiter=';').tolist())
np.save(folder / 'c.npy', np.arange(3))
np.savez(folder / 'd.npz', x=np.ones(2))
print(np.load(folder / 'c.npy'), np.load(folder / 'd.npz')['x'])
for name in os.listdir(folder):
    os.remove(folder / name)
data = io.BytesIO()
np.savetxt(data, np.array([1 + 2j, 3 - 4j]), fmt='%.1f')
np.savetxt(data, np.array([('a', 1)], dtype='U1,i4'), fmt=['%s', '%03d'], newline='|\n', comments='')
print(data.getvalue())
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(np.loadtxt(['# nothing']), seen[0].message)
    print(np.loadtxt(['# x', '1'], dtype=str), str(seen[1].message)[:60])
for call in (lambda: np.loadtxt(['1 2', '3']), lambda: np.loadtxt(['1.0'], dtype=int), lambda: np.loadtxt(['1 x']), lambda: np.loadtxt(['1'], usecols=2),
             lambda: np.loadtxt(['1 2'], dtype='i4,i4,i4'), lambda: np.loadtxt(['1'], usecols=1.5),
             lambda: np.loadtxt(['300'], dtype='u1'), lambda: np.loadtxt(['1'], delimiter='::'),
             lambda: np.loadtxt(['1'], converters={3: int}), lambda: np.loadtxt(['1'], converters={0: 5}),
             lambda: np.loadtxt(['1'], converters=3), lambda: np.loadtxt('/no/such/file'), lambda: np.loadtxt(7),
             lambda: np.savetxt(io.StringIO(), np.zeros((2, 2, 2))), lambda: np.savetxt(5, [1]),
             lambda: np.savetxt(io.StringIO(), [1], fmt='%d %d'), lambda: np.savetxt(io.StringIO(), [[1, 2]], fmt=['%d']),
             lambda: np.savetxt(io.StringIO(), [1], fmt=3), lambda: np.savetxt(io.StringIO(), ['a'], fmt='%d')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
