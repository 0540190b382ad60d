"""Record arrays: fields as attributes, numpy.rec."""
import io

import numpy as np

r = np.rec.array([(1, 2.5, 'red'), (2, 0.5, 'blue')], dtype=[('count', 'i4'), ('price', 'f8'), ('name', 'U5')])
print(repr(r))
print(r.count, r.price.sum(), r[1].name, r['name'][0], r[0], repr(r[0]))
print(r.dtype, r.dtype.type.__name__, type(r[0]).__name__, type(r).__name__, type(r.price).__name__)
r.count = [7, 8]
r[0].price = 9.0
print(r.count, r[r.count > 7].name, r.field('price'), r.field(2), len(r), [one.count for one in r])
r.field('count', 3)
print(r.count, r[0].pprint())
plain = np.array([(1, 'x')], dtype=[('n', int), ('s', 'U2')])
print(repr(plain.view(np.recarray)), plain.view(np.recarray).s, np.asarray(r).dtype.names)
print(repr(np.rec.fromarrays([[1, 2], [1.5, 2.5], ['a', 'bb']], names='i,x,s')))
print(repr(np.rec.fromrecords([(1, 'a'), (2, 'b')], names=['n', 't'])), np.rec.fromrecords([(1, 2)], formats='i4,f4'))
print(np.rec.fromstring(np.arange(4, dtype='i4').tobytes(), formats='i4,i4', names='a,b').b)
print(np.rec.array(np.array([(1, 2)], dtype='i4,i4')).f1, np.rec.array(None, shape=2, formats='i4').shape,
      np.rec.array([[1, 2], [3, 4]], names='p,q').q, np.rec.array(b'\x01\x02', formats='u1').f0)
print(np.rec.fromfile(io.BytesIO(b'\x05\x06'), formats='u1').f0, np.recarray((2,), formats='i4,f8', names='a,b').a.shape)
print(np.rec.find_duplicate([1, 2, 1]), np.rec.format_parser('i4,f8', 'a,b', None).dtype)
print(isinstance(r[0], np.void), isinstance(r[0], np.record), np.void((1, 2.0), dtype='i4,f8'), r.tolist())
print(repr(np.dtype((np.record, 'i4,f8'))), np.dtype((np.void, 'i4,f8')), np.dtype((int, (2, 3))).shape)
d = np.dtype([('a', 'i4', (2, 3)), ('b', 'f8')])
print(d['a'], d['a'].subdtype, d['a'].base, d['a'].ndim, d['a'].itemsize, d['b'].subdtype, d['a'] == np.dtype(('i4', (2, 3))))
print(np.dtype([('x', d['a'])]), repr(d['a']))
for call in (lambda: r.nothing, lambda: r[0].nothing, lambda: setattr(r[0], 'nothing', 1), lambda: np.rec.array('x'),
             lambda: np.rec.fromarrays([[1, 2], [3]], names='a,b'), lambda: np.rec.array(None, dtype='i4,i4'),
             lambda: np.rec.format_parser('i4,i4', 'a,a', None), lambda: np.rec.array(5, dtype='i4,i4'),
             lambda: np.rec.fromarrays([[1]], names='a', dtype='i4,i4'), lambda: np.rec.format_parser(None, 'a', None)):
    try:
        print(call())
    except (AttributeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
