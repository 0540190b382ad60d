import numpy as np
from numpy.testing import (assert_allclose, assert_almost_equal, assert_array_almost_equal, assert_array_equal,
                           assert_array_less, assert_equal, assert_raises)

assert_allclose([1, 2], [1, 2 + 1e-9])
assert_array_equal([1, np.nan], [1, np.nan])
for attempt in [
    lambda: assert_allclose([1, 2, 3], [1, 2.1, 3]), lambda: assert_allclose(1.0, 1.1, rtol=1e-3, err_msg="hey"),
    lambda: assert_array_equal([1, 2, 3], [1, 2, 4]), lambda: assert_array_equal([1, 2, 3], [1, 2]),
    lambda: assert_array_equal([1.0, np.nan], [1.0, 2]), lambda: assert_almost_equal(1.0, 1.01),
    lambda: assert_array_almost_equal([1.0, 2], [1.0, 2.01], decimal=3), lambda: assert_equal([1, 2], [1, 3]),
    lambda: assert_equal({"a": 1}, {"a": 2}), lambda: assert_array_less([1, 2], [2, 2]), lambda: assert_equal("a", "b"),
]:
    try:
        attempt()
    except AssertionError as error:
        print(error)
with assert_raises(ZeroDivisionError):
    1 / 0
assert_raises(ValueError, int, "x")
try:
    assert_raises(ValueError, int, "1")
except AssertionError as error:
    print(error)
