# What numpy refuses: dates in products, narrow integers, read-only arrays, words of modes.
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


def attempt_run(source):
    try:
        exec(source)
        print(source, "passes")
    except Exception as error:
        print(source, type(error).__name__, error)


for source in (
    "np.pad(v, [[1, 2]], mode='nothing')", "np.swapaxes(v, 0, 1)", "np.zeros((2, 2)).reshape(3, order='z')",
    "np.bincount(np.array([[0]]))", "np.array([], 'M8[D]').max()", "np.float32('x')", "np.int8('300')",
    "np.uint8('-1')", "np.int64('1.5')", "np.float16('nan').nothing", "np.sum(np.array([], object))",
    "np.max(np.zeros((0,), bool))", "np.median(np.array([], 'M8[D]'))", "np.delete(a, [9], axis=1)",
    "np.delete(a, 9, axis=1)", "np.busday_offset('2020-01-04', 1, 'sideways')",
    "np.is_busday('2020-01-01', 'Mon Tue Xyz')", "np.is_busday('2020-01-01', '11111')", "np.timedelta64(3, 'D') % 2",
    "np.timedelta64(3, 'D') // np.datetime64('2020')", "2 / steps", "2 // steps", "steps % 2",
    "np.arange(np.datetime64('2020-01-01'), np.datetime64('2020-01-09'), 0)", "list(np.float64(1))",
    "list(np.int32(1))", "iter(np.float32(1))", "tuple(np.bool_(True))", "sum(np.float64(1))", "dict(np.int64(1))",
    "np.inner(days, days)", "np.tensordot(days, days, 1)", "days @ days", "np.matmul(days, v[:2])", "v[:2] @ days",
    "np.matmul(steps, steps)", "steps @ v[:2]", "np.tril([1, 2, 3])", "np.triu([1, 2, 3])", "np.tri(2, -1)",
    "np.clip(a, None, 1, max=5)", "np.greater_equal.accumulate(v)", "np.less.reduce(np.array([True, False]))",
    "np.take(v, 1, mode='middle')", "np.take(v, 1, mode=7)", "np.choose([0], [], mode='wrap')", "np.choose(0.5, [1])",
    "np.argsort(v, kind=3)", "v.sort(kind='stable', stable=True)", "v.argsort(kind='z')",
    "empty.take(0, mode='wrap')", "np.put(v, np.array([1.5]), 1)", "np.ravel_multi_index((1, 2), (2, 3), order=5)",
    "np.frompyfunc(lambda x, y: (x, y), 2, 2).reduce(v)", "np.lexsort([np.zeros(2), np.zeros(3)])", "np.fft.fft(v, 1.5)",
):
    attempt(source)
for source in (
    "for x in np.int64(3): pass", "u = np.zeros(2, np.uint8); u[:] = [300, 1]",
    "u = np.zeros(2, np.int8); u[0:1] = [-200]", "u = np.zeros(2, np.uint32); u[:] = (-1, 1)",
    "u = np.zeros(2, np.int16); u[[0, 1]] = [2**15, 1]", "u = np.zeros(2, np.int16); u[u == 0] = [1, 2**15]",
    "u = np.arange(3); u.flags.writeable = False; u.resize(5); u[0] = 1",
    "u = np.arange(3); u.flags.writeable = False; u.sort()",
    "u = np.arange(3); u.flags.writeable = False; u.put(0, 1)",
    "u = np.arange(3); u.flags.writeable = False; np.putmask(u, [True, False, True], 5)",
    "u = np.arange(3); u.flags.writeable = False; u.partition(1)",
):
    attempt_run(source)
