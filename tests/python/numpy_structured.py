# Structured arrays: fields, records, printing.
import numpy as np

dt = np.dtype([('name', 'U10'), ('age', 'i4'), ('w', 'f8')])
print(dt, repr(dt), dt.names, dt.itemsize, len(dt), dt['age'], dt[0], dt.fields['w'], dt.kind, dt.str, dt.type)
x = np.array([('Rex', 9, 81.0), ('Fido', 3, 27.5)], dtype=dt)
print(x)
print(repr(x))
print(x[0], repr(x[0]), type(x[0]), x[0].dtype.names, len(x[0]), x[0].item())
print(x['age'], x['name'], x['w'].mean(), x.shape, x.nbytes, x.itemsize)
x['age'] += 1
x[1] = ('A', 1, 2)
x[0]['age'] = 77
x[0][2] = 5
x['name'][0] = 'Max'
print(x, x[0][0], [record['age'] for record in x], x.tolist())
print(x[['name', 'w']], x[x['age'] > 3], x[::-1]['age'])
x[['age', 'w']] = (1, 2)
print(x, x == x, x != x[::-1], x[0] == x[0].copy() if hasattr(x[0], 'copy') else True)
print(np.concatenate([x, x]).shape, np.zeros(2, dt), np.ones(1, 'i4,f4,U2'), np.zeros_like(x)['w'])
print(np.zeros(2, dtype='i4, f4, S3'), np.zeros(1, [('p', float, (2,)), ('c', 'u1')]), np.zeros(3, '2i4,f8')['f0'].shape)
print(np.zeros(1, [('pos', [('x', float), ('y', float)]), ('color', [('r', int), ('g', int)])]))
n = np.zeros(2, [('pos', [('x', float), ('y', float)]), ('ok', bool)])
n['pos']['x'] = [1, 2]
print(n, n['pos']['x'].sum(), n[1]['pos'])
print(np.dtype({'names': ['a', 'b'], 'formats': ['i1', 'f8']}), np.array([1, 2], dtype=[('a', int), ('b', float)]))
print(np.dtype([('a', int)]) == np.dtype([('a', 'i8')]), np.dtype([('a', int)]) == np.dtype([('b', int)]))
print(tuple(x[0]), list(x[1]), np.array([(1, 2j)], 'i4,c16'))
