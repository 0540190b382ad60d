b = b'Hello, World'
print(b.split(), b.split(b','), b.split(b'l', 1), b.rsplit(b'l', 1), b.rsplit(None, 1), b.split(b'zz'))
print(b'  a  b '.split(None, 1), b'  a  b '.rsplit(None, 1), b'  a  b '.split(), b'a,,b'.split(b','), b''.split(), b''.split(b','))
print(b.partition(b', '), b.rpartition(b'l'), b.partition(b'zz'), b.rpartition(b'zz'))
print(b'a\nb\r\nc\rd'.splitlines(), b'a\nb\n'.splitlines(True), b', '.join([b'a', bytearray(b'b')]))
print(b'%d-%s-%5.1f-%c-%x-%r' % (5, b'xy', 2.5, 65, 255, 'é'), b'%(a)s' % {b'a': b'v'}, b'%5s|%-5b|' % (b'a', b'b'), b'%%' % ())
