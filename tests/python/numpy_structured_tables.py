# Tables with titles and columns of several dtypes.
import io

import numpy as np

text = 'name,age,w\nRex,9,81.5\nFido,3,27\n'
x = np.genfromtxt(io.StringIO(text), delimiter=',', names=True, dtype=None, encoding='utf-8')
print(repr(x), x['age'].mean())
print(repr(np.genfromtxt(io.StringIO('a b\n1 2\n3 x\n'), names=True)))
print(repr(np.genfromtxt(io.StringIO('1,2.5,q\n3,4,r'), delimiter=',', dtype=None, encoding=None)))
print(repr(np.genfromtxt(io.StringIO('1,2\n3,4'), delimiter=',', dtype=None)))
print(repr(np.genfromtxt(io.StringIO('1,2\n3,4'), delimiter=',', names='x,y')))
print(repr(np.genfromtxt(io.StringIO('1,2\n3,4'), delimiter=',', dtype=[('p', 'i4'), ('q', 'f8')])))
print(repr(np.genfromtxt(io.StringIO(text), delimiter=',', names=True, dtype=None, encoding='utf-8', usecols=(0, 2))))
people = {'names': ('gender', 'age', 'weight'), 'formats': ('S1', 'i4', 'f4')}
print(repr(np.loadtxt(io.StringIO('M 21 72\nF 35 58'), dtype=people)))
a, b = np.loadtxt(io.StringIO('1 2\n3 4'), dtype='i4,f8', unpack=True)
print(a, b)
print(np.fromregex(io.StringIO('1312 foo\n1534 bar\n'), r'(\d+)\s+(...)', [('num', np.int64), ('key', 'S3')]))
try:
    np.loadtxt(io.StringIO('1 2 3'), dtype='i4,f8')
except ValueError as error:
    print(error)
