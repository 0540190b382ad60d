# Errors of dates, spans, structured dtypes and masked arrays.
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
    "np.datetime64('a')", "np.datetime64('2020-13')", "np.datetime64('2020-01-32')",
    "np.datetime64('2020-01-01', 'z')", "np.datetime64('2020-01-01T25')", "np.datetime64('2020-01-01T10:61')",
    "np.datetime64(5)", "np.datetime64(5.5, 'D')", "np.datetime64([1])",
    "np.datetime64('2020-01-01') + np.datetime64('2020-01-01')", "np.datetime64('2020-01-01') * 2",
    "np.datetime64('2020-01-01') + 1.5", "int(np.datetime64('NaT'))", "np.datetime64('2020-01-01')[0]",
    "np.datetime64('2020-01-01').nothing", "np.timedelta64('a')", "np.timedelta64(1.5, 'D')",
    "np.timedelta64(1, 'z')", "np.timedelta64([1], 'D')", "np.timedelta64(1, 'D') * np.timedelta64(1, 'D')",
    "np.timedelta64(1, 'D') / np.datetime64('2020')", "np.timedelta64(1, 'Y') + np.timedelta64(1, 'D')",
    "np.timedelta64(np.timedelta64(1, 'Y'), 'D')", "np.timedelta64(1, 'D')[0]",
    "np.timedelta64(1, 'M') < np.timedelta64(1, 'D')", "1 / np.timedelta64(1, 'D')", "np.timedelta64(1, 'D') ** 2",
    "np.timedelta64(1, 'D') % 2", "np.array(['2020', 'a'], 'M8[D]')", "np.array([1.5], 'M8[D]')",
    "np.array(['x'], 'm8[D]')", "days + days", "days * 2", "days + 1.5", "days / steps", "days // 2", "days & 1",
    "days.mean()", "days.sum()", "days.prod()", "days.std()", "days.cumsum()", "np.median(days)",
    "np.add.reduce(days)", "np.sum(days)", "steps * steps", "steps.prod()", "np.datetime_as_string(5)",
    "np.datetime_as_string('a')", "np.datetime_data(5)", "np.datetime_data('i4')",
    "np.is_busday('2020-01-01', weekmask='z')", "np.is_busday('2020-01-01', weekmask=[1, 0])",
    "np.is_busday('2020-01-01', weekmask='0000000')", "np.busday_offset('2020-01-04', 1)",
    "np.busday_offset('2020-01-04', 1, roll='z')", "np.busday_offset('2020-01-03', 1, weekmask='0000000')",
    "np.dtype([('a', 'z')])", "np.dtype([('a', 'i4'), ('a', 'i4')])", "np.dtype([('a',)])", "np.dtype([5])",
    "np.dtype(['a'])", "np.dtype({'names': ['a'], 'formats': ['z']})", "np.dtype('i4,z')", "np.dtype('i4')['a']",
    "np.dtype('i4')[0]", "np.dtype([('a', 'i4')])['z']", "np.dtype([('a', 'i4')])[5]",
    "np.dtype([('a', 'i4')]).fields['z']", "np.dtype('S-1')", "np.dtype('U99999999999')", "np.dtype('f3')",
    "np.dtype('f5')", "np.dtype('c4')", "np.dtype('int128')", "np.array([(1, 2)], dtype=[('a', int)])",
    "np.array([(1,)], dtype=[('a', int), ('b', int)])", "np.array([('x', 1)], dtype=[('a', int), ('b', int)])",
    "np.array('a', dtype=[('a', int)])", "np.zeros(2, dtype=[('a', 'z')])", "people + 1",
    "people['age'] + people['name']", "people.sum()", "people.mean()", "people.max()", "people.sort(order='z')",
    "people.sort(order=['name', 'z'])", "people.reshape(5)", "people.astype('z')", "people[['age', 'z']]",
    "people[0].nothing", "people[0]['age']['x']", "len(people[0]['age'])", "people.item(0, 5)",
    "people.fill(('a', 'b', 'c'))", "np.where(people == people, 1, [1, 2, 3])", "np.unique(people, axis=1)",
    "np.lib.recfunctions.nothing", "np.ma.array([1, 2], mask=[1, 0, 1])", "np.ma.array([1, 2], fill_value='a')",
    "np.ma.masked_array([1], dtype='z')", "np.ma.masked_where([1, 0], [1, 2, 3])",
    "np.ma.masked_inside([1, 2], 'a', 2)", "np.ma.masked_invalid(['a'])", "masked + [1, 2]", "masked + 'a'",
    "masked[5]", "masked['a']", "masked.__setitem__(5, 1)", "masked.reshape(2, 2)", "masked.mean(axis=5)",
    "masked.sum(axis=5)", "masked.max(axis=5)", "masked.sort(axis=5)", "masked.filled('a')", "masked.compressed(5)",
    "masked.nothing", "float(masked)", "int(np.ma.masked)", "setattr(masked, 'fill_value', 'a')",
    "setattr(masked, 'shape', (2, 2))", "np.ma.average(masked, weights=[1, 2])",
    "np.ma.average(np.ma.array(a), weights=[1, 2, 3])", "np.ma.concatenate([masked, np.ma.array(a)])",
    "np.ma.concatenate([])", "np.ma.where(masked, 1)", "np.ma.where([1, 0], [1, 2], [1, 2, 3])",
    "np.ma.dot(masked, [1, 2])", "np.ma.set_fill_value(masked, 'a')", "np.ma.make_mask_none('a')", "np.ma.getmask()",
    "np.ma.is_masked()", "np.ma.fix_invalid('a')", "np.ma.nothing", "np.ma.ediff1d()", "np.ma.inner(masked, [1, 2])",
    "np.ma.take(masked, 9)", "np.ma.repeat(masked, [1, 2])", "np.ma.expand_dims(masked, 9)",
    "np.ma.stack([masked, [1, 2]])", "np.ma.argsort(masked, axis=5)", "np.ma.argmax(masked, axis=5)",
    "np.ma.allequal(masked, [1, 2])", "np.ma.array(a).swapaxes(0, 5)", "np.ma.array(a).transpose(0, 0)",
    "np.ma.array(a).dot(a)", "np.ma.power(masked, 'a')", "np.ma.sqrt('a')", "np.ma.log(names)", "np.ma.array(5)[0]",
    "np.ma.zeros(-1)", "np.ma.frombuffer(b'abc', int)",
):
    attempt(source)
