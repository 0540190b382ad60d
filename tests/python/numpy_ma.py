# Masked arrays: made, printed, filled.
import numpy as np
import numpy.ma as ma

x = ma.array([1, 2, 3, 4], mask=[0, 1, 0, 0])
print(x)
print(repr(x), x.mask, x.data, x.fill_value, x.shape, x.dtype, x.ndim, x.size, len(x))
print(x.mean(), x.sum(), x.count(), x.min(), x.max(), x.std(), x.var(), x.prod(), x.filled(-1), x.compressed(), x.tolist())
print(x[1], x[0], repr(x[1]), x[1] is ma.masked, x[2:], x[x > 1])
x[0] = ma.masked
print(x, x.mask)
x[1] = 7
print(x, ma.is_masked(x), ma.getmask(x), ma.getmaskarray(ma.array([1])), ma.array([1, 2]).mask, ma.getdata(x))
y = ma.masked_invalid([1., np.nan, np.inf, 2])
print(repr(y), y.mean(), y.sum(), ma.fix_invalid([1., np.nan], fill_value=0).data)
z = np.ma.masked_where(np.arange(5) > 2, np.arange(5))
print(z, z.fill_value, z.data, z.mask)
print(ma.masked_equal([1, 2, 1], 1), ma.masked_greater([1, 2, 3], 2), ma.masked_less([1, 2], 2), ma.masked_inside([1, 2, 3], 1, 2))
print(ma.masked_outside([1, 2, 3], 1, 2), ma.masked_values([1., 2], 2), ma.masked_not_equal([1, 2], 2), ma.masked_object([1, 2], 1))
print(ma.masked_less_equal([1, 2], 1), ma.masked_greater_equal([1, 2], 2), ma.masked, repr(ma.masked), ma.masked + 1, str(ma.masked))
print(repr(ma.array([1, 2], dtype='f4', mask=[0, 1])), repr(ma.zeros(2)), ma.array(['a', 'b'], mask=[1, 0]))
print(repr(ma.array([True, False], mask=[1, 0])), repr(ma.masked_all(2)), ma.masked_array([1, 2], [True, False], fill_value=7))
print(ma.array([1, ma.masked, 3]), ma.arange(3), ma.ones(2), ma.asarray([1]).mask, ma.isMaskedArray(x), ma.isMA(1), ma.nomask)
print(ma.default_fill_value(1.5), ma.default_fill_value('a'), ma.minimum_fill_value(np.int8(1)), ma.maximum_fill_value(1.5))
x.fill_value = 5
x.harden_mask()
x[0] = 100
print(x, x.filled(), x.soften_mask()[0], ma.make_mask([1, 0]), ma.make_mask_none(2), ma.is_mask(x.mask))
for call in (lambda: ma.array([1, 2], mask=[1, 0, 0]), lambda: ma.masked_where([1], [1, 2]), lambda: int(x[0])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
