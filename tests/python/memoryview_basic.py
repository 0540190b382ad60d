m = memoryview(bytearray(b'abcdef'))
print(len(m), m[0], m[1:3].tobytes(), m[::2].tolist(), m.readonly, m.nbytes, m.format, m.shape, m.itemsize, m.ndim, m.strides)
print(bytes(m), m == b'abcdef', m[-1], list(m[:2]), m.hex(), bytes(m[::-1]), m.contiguous, m[::2].c_contiguous)
m[0] = 90; m[1:3] = b'YX'
print(m.tobytes(), m.obj, m.toreadonly().readonly)
with memoryview(b'abc') as v:
    print(v[0], v.readonly, hash(v) == hash(b'abc'))
x = bytearray(b'ab')
view = memoryview(x)
for code in ('x.append(1)', 'view[5]', 'view[0] = 300', "view[0] = 'a'", "view[0:1] = b'abc'", "memoryview(b'a')[0] = 1", 'v[0]', 'memoryview(5)'):
    try:
        exec(code)
    except Exception as error:
        print(code, type(error).__name__, error)
view.release()
x.append(3)
print(x)
