# Errors of ufuncs, their methods, einsum and vectorize.
import numpy as np

a = np.arange(6).reshape(2, 3)
f = np.arange(6.0).reshape(2, 3)
v = np.arange(4)
z = np.array(5)
empty = np.array([])
rng = np.random.default_rng(0)
legacy = np.random.RandomState(0)
names = np.array(["a", "b"])
cube = np.zeros((2, 2, 2))
square = np.array([[2.0, 1], [1, 3]])
days = np.array(["2020-01-01", "2020-01-05"], "datetime64[D]")
steps = np.array([1, 2], "timedelta64[h]")
people = np.array([("a", 1), ("b", 2)], dtype=[("name", "U2"), ("age", int)])
masked = np.ma.array([1, 2, 3], mask=[0, 1, 0])
frozen = np.arange(3)
frozen.flags.writeable = False


def attempt(source):
    try:
        print(source, "gives", repr(eval(source)))
    except Exception as error:
        print(source, type(error).__name__, error)


for source in (
    "np.einsum('i.i', v)", "np.einsum('i..', v)", "np.einsum('....', v)", "np.einsum('ijk', a)",
    "np.einsum('ij->ijk', a)", "np.einsum('i,->i', v)", "np.einsum('ij,jk->ik', a)", "np.einsum('ij', a, a)",
    "np.einsum('ii', a)", "np.einsum('...i,...i->i', a, cube)", "np.einsum(a, [0, 'a'])", "np.einsum(a, [0, 99])",
    "np.einsum(a)", "np.einsum(a, [0])", "np.einsum('i', v, dtype='z')", "np.einsum('i', v, nothing=1)",
    "setattr(v, 'imag', 1)", "v.mT", "z.mT", "np.matrix_transpose(v)", "np.meshgrid(v, indexing='a')",
    "np.meshgrid(v, v, indexing=5)", "np.frombuffer(b'abc', 'U0')", "np.frombuffer(b'abcd', object)",
    "np.frombuffer(b'abcd', 'S0')", "np.max(np.array([], complex))", "np.min(np.zeros((0, 2), complex), axis=0)",
    "np.max(np.array([], 'M8[D]'))", "np.min(np.array([], 'm8[D]'))", "np.argmax(np.array([], complex))",
    "np.max(np.array([], 'U3'))", "np.max(np.array([], object))", "np.multiply.reduce(names)",
    "np.add(np.array([1j]), 1, out=np.zeros(1))", "np.sqrt(np.array([1j]), out=np.zeros(1))",
    "np.abs(np.array([1j]), out=np.zeros(1, int))", "np.add(1.5, 1, out=np.zeros(1, int))",
    "np.exp(v, out=np.zeros(4, int))", "np.exp(v, out=(np.zeros(4), np.zeros(4)))", "np.exp(v, out=())",
    "np.exp(v, out=[np.zeros(4)])", "np.exp(v, out=(5,))", "np.modf(f, out=np.zeros(4))",
    "np.modf(f, out=(np.zeros(4),))", "np.modf(f, out=(None, 5))", "np.exp(v, where=np.array([1.5]))",
    "np.exp(v, v, v)", "np.exp()", "np.add(1, 2, 3, 4)", "np.exp(v, None, None)", "np.exp(v, dtype='z')",
    "np.exp(v, order='z')", "np.exp(v, subok='a')", "np.add(v, 1, out=v, nothing=1)", "np.add(v, v, out=frozen)",
    "np.add(frozen, 1, out=frozen)", "np.add([1, 2], [1, 2, 3], out=np.zeros(3))", "np.add(days, days)",
    "np.add(days, 1.5)", "np.multiply(days, 2)", "np.multiply(steps, steps)", "np.divide(days, 2)",
    "np.divide(2, steps)", "np.subtract(1, days)", "np.isnat(v)", "np.isnat('a')", "np.isnat(np.array([1.5]))",
    "np.isnan(np.array([None]))", "np.sin(np.array([None]))", "np.sin(people)", "np.add(people, 1)",
    "people + people", "people < people", "np.negative(names)", "np.negative(np.array([True]))",
    "np.subtract(True, False)", "np.positive(True)", "np.floor(1j)", "np.ceil(names)", "np.sign(names)",
    "np.remainder(1j, 2)", "np.floor_divide(1j, 2)", "np.maximum(1, 'a')", "np.maximum(names, 1)",
    "np.arctan2(1j, 1)", "np.hypot(1j, 1)", "np.logaddexp('a', 1)", "np.copysign(1j, 1)", "np.nextafter(1j, 1)",
    "np.lcm(1.5, 1)", "np.right_shift(1.5, 1)", "np.bitwise_count(1.5)", "np.equal(people, 1)", "np.matmul(a, 5)",
    "np.dot(days, days)", "np.dot(f, f.T, out=np.zeros((2, 2), int))", "np.inner(cube, v)", "np.outer(a)",
    "np.add.reduce(v, axis=(0, 0))", "np.add.reduce(a, axis=(0, 5))", "np.add.reduce(v, axis='a')",
    "np.maximum.reduce([], initial=None)", "np.maximum.reduce(v, where=[True, False, True, False])",
    "np.minimum.reduce(np.zeros((2, 0)), axis=1)", "np.divide.reduce(a, axis=(0, 1))",
    "np.subtract.reduce(a, axis=None)", "np.add.accumulate(a, axis=5)", "np.add.accumulate(v, dtype='z')",
    "np.add.accumulate(names)", "np.less.accumulate(v)", "np.less.reduce(v)", "np.add.reduceat(v, [0, 9])",
    "np.add.reduceat(v, [-1])", "np.add.reduceat(a, [0], axis=5)", "np.exp.reduce(v)", "np.exp.accumulate(v)",
    "np.exp.reduceat(v, [0])", "np.modf.reduce(v)", "np.divmod.reduce(v)", "np.add.outer(names, 1)",
    "np.add.at(v, 'a', 1)", "np.add.at(v, [0, 9], 1)", "np.add.at(v, 1.5, 1)", "np.add.at(v, 0, 'a')",
    "np.add.at([1, 2], 0, 1)", "np.negative.at(v, 9)", "np.frompyfunc(5, 1, 1)", "np.frompyfunc(len, 'a', 1)",
    "np.frompyfunc(len, 1, 1)(5)", "np.frompyfunc(len, 1, 1)()", "np.frompyfunc(len, 1, 1)(1, 2, 3)",
    "np.frompyfunc(lambda x, y: x, 2, 1).reduce([])", "np.frompyfunc(len, 1, 1).reduce(v)",
    "np.vectorize(len, signature='a')", "np.vectorize(len, signature='(n)->()')(5)",
    "np.vectorize(len, signature='(n),(n)->()')(v)",
    "np.vectorize(lambda x, y: 1, signature='(n),(n)->()')([1, 2], [1, 2, 3])",
    "np.vectorize(lambda x: x[:1], signature='(n)->(m)')(np.zeros((0, 2)))",
    "np.vectorize(lambda x: (1, 2), signature='(n)->()')(v)", "np.vectorize(lambda x: 1, signature='(n)->(),()')(v)",
    "np.vectorize(len, excluded=5)",
):
    attempt(source)
