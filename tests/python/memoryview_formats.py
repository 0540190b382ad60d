# memoryview of every format, and struct in buffers.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
b=bytearray(b'abcdef'); m=memoryview(b)
m[2:5]=m[0:3]; print(b)
b[:]=b'abcdef'; m[0:3]=m[2:5]; print(b); b[:]=b'abcdef'; m[1:1]=b''; m[1:2]=b'q'; print(b); m[::2]=b'XYZ'; print(b)
t(lambda: m.__setitem__(slice(0,2), memoryview(b'ab')[::1])); t(lambda: m.__setitem__('a',1)); t(lambda: m['a']); t(lambda: m[0,0]); t(lambda: m[()]); t(lambda: m[-7]); t(lambda: m.__delitem__(0)); t(lambda: m<m); t(lambda: m==3); t(lambda: m==b'x'); t(lambda: list(m)); t(lambda: list(reversed(m)))
with memoryview(b'abc') as q: print(q[0])
t(lambda: q[0]); t(lambda: len(q)); print(q==q)
m2=memoryview(b); m2.release(); m2.release(); t(lambda: m2.tolist()); t(lambda: bytes(m2))
t(lambda: memoryview(object=b'ab').tolist()); t(lambda: memoryview()); t(lambda: memoryview(b'a',b'b')); t(lambda: m.toreadonly().readonly); t(lambda: m.contiguous); t(lambda: m.c_contiguous); t(lambda: m.f_contiguous); t(lambda: m.suboffsets); t(lambda: m.obj is b); t(lambda: m[1:].obj is b)
t(lambda: memoryview(b'\x01\x02\x03\x04').cast('H').tolist()); t(lambda: memoryview(b'\x01\x02\x03\x04').cast('i')[0]); t(lambda: memoryview(b'abc').cast('H')); t(lambda: memoryview(b'abcd').cast('B',(2,2)).tolist()); t(lambda: memoryview(b'abcd').cast('B',[2,2]).shape); t(lambda: memoryview(b'abcd').cast('q9')); t(lambda: memoryview(b'abcdefgh').cast('d').format); x=memoryview(bytearray(8)).cast('i'); x[1]=-5; print(x.tolist(), x.nbytes, x.itemsize, len(x), x.cast('B').tolist()); t(lambda: x.__setitem__(0,2**40)); t(lambda: x.__setitem__(0,1.5)); t(lambda: memoryview(bytearray(8)).cast('c')[0]); t(lambda: memoryview(b'abcd').cast('?').tolist()); t(lambda: hash(memoryview(bytearray(1)))); t(lambda: m.tobytes('C')); t(lambda: m.hex(':',2)); t(lambda: b'' in m); t(lambda: 97 in m); t(lambda: bytes(m[::-1])); t(lambda: m[::-1].tolist()); t(lambda: b.append(1)); 
import array, struct
a=array.array('i',[1,2,3]); t(lambda: memoryview(a)[1]); t(lambda: memoryview(a).tolist()); t(lambda: memoryview(a).format); t(lambda: bytes(a)); t(lambda: bytearray(a)); t(lambda: b'a'.join([bytearray(b'1'), memoryview(b'2')]))
print(struct.unpack_from('<H', bytearray(b'\1\2\3\4'), 2), struct.unpack('<H', memoryview(b'\1\2')), struct.calcsize('<iq'), struct.unpack('<H', bytearray(b'\1\0')))
bb=bytearray(8); struct.pack_into('<HH', bb, 2, 1, 2); print(bb); t(lambda: struct.pack_into('<I', bb, 6, 1)); t(lambda: struct.pack_into('<I', bb, -9, 1)); t(lambda: struct.unpack_from('<I', bb, 6)); t(lambda: struct.pack_into('<I', b'abcd', 0, 1)); s=struct.Struct('<H'); s.pack_into(bb,0,513); print(bb, s.unpack_from(bb), s.size, s.format, list(s.iter_unpack(bb))); t(lambda: struct.unpack_from('<I', bb, -3)); t(lambda: list(struct.iter_unpack('<I', b'abc')))
