# Files of numpy with records, times, objects and pickles.
import numpy as np, pickle, io, os, tempfile
folder = tempfile.mkdtemp()
os.chdir(folder)
def attempt(source):
    try:
        result = eval(source) if "\n" not in source else exec(source, globals())
        print(source, "gives", repr(result))
    except Exception as error:
        print(source, type(error).__name__, error)
class Point:
    def __init__(self, x):
        self.x = x
    def __repr__(self):
        return f"Point({self.x})"
def written(name, data):
    with open(name, "wb") as file:
        file.write(data)
    return name
def saved(name, value):
    np.save(name, value, allow_pickle=True)
    return np.load(name, allow_pickle=True)
deep = []
for i in range(150):
    deep = [deep]
cycle = []
cycle.append(cycle)


for source in ("pickle.loads(np.arange(6).reshape(2, 3).dumps())",
               "np.arange(3.0).dump('a.pkl')\nprint(np.load('a.pkl', allow_pickle=True))", "np.load('a.pkl')",
               "with open('b.pkl', 'wb') as file: np.array(['x', None]).dump(file)\nprint(np.load('b.pkl', allow_pickle=True))",
               "np.load(written('c.npy', b'xyz'))", "np.load(written('c.npy', b'xyz'), allow_pickle=True)",
               "np.load(written('d.npy', b''))", "np.load(written('d.npz', b''))",
               "np.load(written('c.dat', b'\\x80\\x04K\\x05.'), allow_pickle=True)",
               "np.load(io.BytesIO(b'\\x80\\x04K\\x05.'), allow_pickle=True)",
               "class Named(io.BytesIO):\n    __repr__ = lambda self: 'named'\nnp.load(Named(b'xyz'), allow_pickle=True)",
               "np.load(io.BytesIO(b'xyz'))", "np.load('nothing.npy')",
               "saved('o.npy', np.array([2 ** 70, 1.5, 'a', None, b'x'], object))",
               "saved('o.npy', np.array([Point(3), (1, 2), {'a': [1]}], object))",
               "saved('o.npy', np.array([np.arange(2), np.float32(2), {1, 2}], object))",
               "x = np.empty(1, object)\nx[0] = deep\nprint(str(saved('o.npy', x)[0]).count('['))",
               "x = np.empty(1, object)\nx[0] = cycle\nprint(saved('o.npy', x))",
               "np.savez('z.npz', a=np.array([Point(1)], object))\nprint(np.load('z.npz', allow_pickle=True)['a'])",
               "np.load('z.npz')['a']", "np.savez(written('z.dat', b''), a=[1, 2])",
               "os.rename('z.npz', 'z.dat')\nprint(np.load('z.dat', allow_pickle=True)['a'])",
               "np.savez('e.npz')\nprint(np.load('e.npz').files)",
               "np.save('s.npy', np.array([print], object), allow_pickle=False)",
               "np.save('s.npy', np.array([1, 'a'], object), allow_pickle=False)",
               "np.savez('s.npz', a=np.array([None]), allow_pickle=False)",
               "np.savez_compressed('s.npz', np.array([None]), allow_pickle=False)",
               "saved('r.npy', np.array([(1, 2.5, 'ab')], [('a', 'i4'), ('b', 'f8'), ('c', 'U3')]))",
               "saved('r.npy', np.zeros(2, [('a', 'u1'), ('b', '?', (2,)), ('c', 'S3'), ('d', [('e', 'f4'), ('f', 'M8[s]')])]))",
               "open('r.npy', 'rb').read()[:200]", "saved('r.npy', np.array([1, 2], 'M8[s]'))",
               "saved('r.npy', np.array([1, 2], 'm8[D]'))",
               "np.savez('q.npz', a=np.zeros(2, [('x', 'u1'), ('y', 'f8')]))\nprint(np.load('q.npz')['a'])",
               "d = np.array([(1, 2.5, 3)], [('a', 'u1'), ('b', 'f8'), ('c', 'i2')])\nprint(saved('g.npy', d[['a', 'c']]), open('g.npy', 'rb').read()[10:100])",
               "print(saved('f.npy', np.array([[(1, 2.5)], [(3, 4.5)]], [('a', 'u1'), ('b', 'f8')]).T))",
               "print(saved('w.npy', np.zeros(1, [('field%04d' % i, 'f8') for i in range(900)])).dtype.names[-1], os.path.getsize('w.npy'))",
               "print(saved('w.npy', np.zeros(1, [('a_long_name_of_a_field_%04d' % i, 'f8', (1, 2)) for i in range(1500)])).itemsize)"):
    attempt(source)
