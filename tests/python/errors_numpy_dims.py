# Arrays with many dimensions, casts and bounds: what numpy says where they do not fit.
import numpy as np
def attempt(source):
    try:
        result = eval(source) if "\n" not in source else exec(source, globals())
        print(source, "gives", repr(result))
    except Exception as error:
        print(source, type(error).__name__, error)
deep = np.zeros((1,) * 63)
deepest = np.zeros((1,) * 64)
frozen = np.zeros(3)
frozen.flags.writeable = False
r = np.zeros(2, [('a', 'i4'), ('b', 'f8', (2,))])


for source in ("np.zeros((1,) * 65)", "frozen.fill(1)", "frozen[0] = 1", "np.copyto(frozen, 1)", "frozen += 1",
               "np.add(1, 2, out=frozen)", "frozen.sort()", "frozen.put([0], 1)",
               "np.median(np.array([1j, 2j, 3j])).real", "np.median([1j, 2])",
               "np.random.default_rng(1).normal(size=(1,)*65)", "np.random.normal(size=(1,)*65)",
               "np.random.hypergeometric(5, -1, 2)", "np.random.default_rng(0).hypergeometric(5, -1, 2)",
               "np.random.hypergeometric(5, -1, 4)", "np.random.hypergeometric(-1, 5, 2)",
               "np.array(['300']).astype('i1')", "np.array(['-1']).astype('u1')",
               "np.array(['70000'], 'S5').astype('i2')", "deep[..., None, None].shape", "np.zeros(3)[(0,) * 129]",
               "np.zeros(3)[(0,) * 200]", "deepest[None]", "deepest[np.zeros((1,1),int)]",
               "deep[np.zeros((1,1,1),int)]", "deepest[(np.array([0]),)*65]", "deepest[(np.zeros((1,1),int),)*2].shape",
               "np.zeros(3)[(np.array([0]),)*65]", "deepest[np.ones((1,)*64, bool)]", "deepest[None, np.zeros(1,int)]",
               "deepest[0, None, None]", "deepest[[0], None, None]", "deepest[:, [0], None]",
               "np.take(np.arange(3), [0.5])", "np.take(np.arange(3), ['a'])", "np.arange(3).take([1.0])",
               "np.stack([])", "np.hstack([])", "np.dstack([])", "np.column_stack([])", "np.vstack([])",
               "np.repeat(deepest, 2, axis=0).shape", "np.tile(deepest, 2).shape",
               "np.tile(np.zeros((1,)*40), 2).shape", "np.tile(np.zeros(3), (1,)*40).shape",
               "np.tile(np.zeros(3), (1,)*65).shape", "np.matmul(deepest, deepest).shape",
               "np.matmul(np.ones((1,)*63), np.ones((1,)*64)).shape",
               "np.dot(np.ones((1,)*40), np.ones((1,)*40)).shape",
               "np.tensordot(np.ones((1,)*40), np.ones((1,)*40), 0).shape", "np.outer(deepest,deepest).shape",
               "np.kron(deepest,deepest).shape", "np.zeros((1,)*63, [('a', 'f8', (2, 2))])['a'].shape",
               "np.zeros((1,)*64, [('a', 'f8', (2,))])['a'].shape",
               "np.zeros(3, [('a', 'f8', (3,))]).astype([('a', 'f8', (2,))])",
               "np.zeros(3, [('a', 'f8', (3,))]).astype([('a', 'f8')])", "r['b'] = np.zeros((3, 3))",
               "r[0] = (1, [1, 2, 3])", "np.array([(1, [1, 2, 3])], r.dtype)", "np.var([1, 2], dtype=int)",
               "np.std(np.arange(4), dtype='i4')", "np.var([1, 2], dtype=bool)", "np.arange(3).var(dtype=complex)",
               "np.argmax(5, axis=1)", "np.argmax(5, axis=-2)", "np.array(3).argmin(axis=1)", "np.argmax(5, axis=0)",
               "np.argmin(np.arange(3), axis=(0,))", "np.arange(3).reshape((1,)*64+(3,))", "deepest.reshape((1,)*65)",
               "np.expand_dims(deepest, 0)", "np.percentile(np.array([1, 2], 'm8[s]'), 50)",
               "np.percentile(np.array([1, 2], object), 50)",
               "np.percentile(np.array(['2020-01-01', '2020-01-03'], 'M8[D]'), 50)", "np.median(np.array(['a','b']))",
               "np.array([1], 'm8[Y]').astype('m8[D]')", "np.array([1], 'M8[Y]').astype('m8[D]')",
               "np.timedelta64(np.timedelta64(1, 'Y'), 'D')", "np.timedelta64(1, 'M').astype('m8[D]')",
               "np.array([np.timedelta64(1,'Y')]).astype('m8[s]')", "np.array([1], 'm8[s]').astype('M8[s]')",
               "np.array([1], 'M8[s]').astype('m8[s]')", "np.array([1], 'm8[s]').astype('M8[D]')",
               "np.array([1], 'M8[s]').astype(r.dtype)", "np.array(['x'], 'U3').astype('m8[s]')",
               "np.array(['5'], 'U3').astype('m8[s]')", "np.array(['NaT'], 'U3').astype('m8[s]')",
               "np.array(['1.5'], 'U3').astype('m8[s]')", "np.array([b'q']).astype('m8[D]')",
               "np.array(['x'], 'm8[s]')", "np.timedelta64('x')", "np.timedelta64('x', 's')",
               "np.array([1], 'u1') + np.array(2**64-1)", "np.array([1], 'u1') + (2**63)",
               "np.array([1], 'i8') + (2**63)", "np.array([1], 'i4') * (2**64-1)", "np.array([1], 'u1') + (2**64)",
               "np.array([1], 'f4') + (2**64)", "np.array([1],'i8') & 2**63", "np.uint8(3) + 2**63",
               "np.add(np.int8(1), 2**63)", "np.add(1)", "np.sin(1, 2, 3)", "np.sin()", "np.add(1,2,3,4)",
               "np.negative(1,2)"):
    attempt(source)
