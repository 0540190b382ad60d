# Masked arrays: fill values, hard masks, assertions.
import numpy as np
import numpy.ma as ma
from numpy.ma import testutils as t

x = ma.array([1, 2, 3], mask=[0, 1, 0])
x.set_fill_value(7)
print(x.get_fill_value(), x.item(0), x.conj(), x.view().mask, ma.masked.copy() is ma.masked)
ma.set_fill_value(x, 9)
print(x.fill_value, x.unshare_mask().mask, ma.array([1, 2], mask=[0, 0]).shrink_mask().mask, ma.flatnotmasked_edges(x))
t.assert_equal(x, ma.array([1, 5, 3], mask=[0, 1, 0]))
t.assert_almost_equal(x, [1, 2, 3.000000001])
t.assert_close(ma.array([1.]), [1.])
t.assert_mask_equal(x.mask, [False, True, False])
t.assert_not_equal(x, [1, 2, 4])
t.fail_if_equal(1, 2)
print(t.almost(ma.array([1., 2.]), [1., 3.]))
try:
    t.assert_equal(x, [1, 2, 4])
except AssertionError as error:
    print(str(error).strip().splitlines()[0])
r = np.array([(1, 2.5)], dtype='i4,f8')[0]
print(r.shape, r.ndim, r.size, r.tolist(), r == r, r[['f0']])
