# Sorting and searching structured arrays.
import numpy as np

x = np.array([('b', 2, 1.5), ('a', 2, 0.5), ('c', 1, 9.0)], dtype=[('k', 'U2'), ('n', 'i4'), ('v', 'f8')])
print(np.sort(x, order='n'))
print(np.sort(x, order=['n', 'v']), np.argsort(x, order='v'), x.argsort(order='k'))
x.sort(order='v')
print(x)
print(np.sort(x), np.unique(x['n']), np.unique(np.concatenate([x, x])))
print(x[np.argmax(x['v'])], x['k'][x['n'] == 2], x.copy().reshape(3, 1).shape)
z = np.zeros((2, 3), [('r', 'u1'), ('g', 'u1')])
z['r'] = np.arange(6).reshape(2, 3)
print(z, z[1, 2], z['r'].T, z[0]['r'])
z[0, 0] = z[1, 1]
print(z[0, 0], z.T.shape)
packed = np.array([(1., 2.), (3., 4.)], dtype=[('x', 'f8'), ('y', 'f8')])
print(packed.view('f8').reshape(-1, 2), packed.tobytes() == packed.view('f8').tobytes())
print(np.array([[1., 2.], [3., 4.]]).view([('x', float), ('y', float)]).ravel())
print(x.astype([('k', 'U1'), ('n', 'f4'), ('v', 'i4')]), np.where(x['n'] > 1, x['v'], -1))
for row in x:
    print(row['k'], row[1], end=' ')
print()
