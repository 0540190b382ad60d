"""chararray: an array of texts with the methods of texts."""
import numpy as np

c = np.char.array(['ab  ', 'cd', 'EF'])
print(repr(c), c.dtype, type(c).__name__, isinstance(c, np.ndarray))
print(c.upper(), c.lower(), c.title(), c.swapcase(), c.capitalize(), c.strip(), c.center(6), c.ljust(3), c.rjust(5))
print(c == 'ab', c != 'cd', c < 'cd', c >= ['ab', 'x', 'EF'], c > 'z', c <= 'ab')
print(c + 'x', 'x' + c, c * 2, 3 * c, c[0], c[1:], c[[2, 0]])
print(c.find('d'), c.rfind('b'), c.count('d'), c.startswith('a'), c.endswith('F'), c.isupper(), c.islower(), c.isalpha())
print(c.split('b'), c.rsplit('b'), c.splitlines(), c.partition('b'), c.rpartition('d'), c.replace('a', 'zz'))
print(c.isdigit(), c.isnumeric(), c.isdecimal(), c.isspace(), c.istitle(), c.isalnum(), c.lstrip('a'), c.rstrip('F'))
print(c.zfill(5), c.expandtabs(), c.translate({97: 'q'}), c.index('', 0), c.rindex('', 0), c.argsort())
print(np.char.array([b'x', b'yy']).decode(), np.char.array(['x', 'yy']).encode(), np.char.asarray('abc'),
      np.char.asarray(['q', 'r']).join('xyz'))
print(np.char.array(['%s!', '<%s>']) % 'a', np.char.array([1, 22]), np.char.array(['a', 'bcd'], itemsize=2))
print(np.char.chararray((2,), itemsize=3, unicode=True).shape, np.char.array(['a', 'b'], unicode=False).dtype)
for call in (lambda: c.index('z'), lambda: np.arange(3).view(np.char.chararray)):
    try:
        print(call())
    except ValueError as error:
        print(type(error).__name__, error)
