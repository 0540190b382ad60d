# numpy.testing: near numbers, texts, warnings, files.
import os
import warnings

import numpy as np
from numpy import testing as t


def says(call):
    try:
        call()
        print('ok')
    except (AssertionError, ValueError) as error:
        print(type(error).__name__, str(error).strip().splitlines()[0][:70])


says(lambda: t.assert_array_almost_equal_nulp(np.float64(1), 1 + 2 ** -52))
says(lambda: t.assert_array_almost_equal_nulp(np.float64(1), 1 + 2 ** -40))
says(lambda: t.assert_array_max_ulp(np.float64(1), 1 + 2 ** -52))
says(lambda: t.assert_approx_equal(1.23456789, 1.2345678, significant=7))
says(lambda: t.assert_approx_equal(1.2, 1.3))
says(lambda: t.assert_string_equal('a', 'a'))
says(lambda: t.assert_string_equal('a\nb', 'a\nc'))
says(lambda: t.assert_array_compare(lambda a, b: a < b, [1, 2], [2, 3]))
says(lambda: t.assert_array_compare(lambda a, b: a < b, [1, 2], [2, 1], header='not less'))
says(lambda: t.assert_warns(UserWarning, warnings.warn, 'x'))
says(lambda: t.assert_warns(UserWarning, abs, 1))
says(lambda: t.assert_no_warnings(abs, 1))
says(lambda: t.assert_no_warnings(warnings.warn, 'x'))
says(lambda: t.print_assert_equal('name', 1, 2))
says(lambda: t.assert_equal(0.0, -0.0))
says(lambda: t.assert_equal(1 + 2j, 1 + 2j))
says(lambda: t.assert_equal(1 + 2j, 1 + 3j))
says(lambda: t.assert_almost_equal(1 + 2j, 1 + 2.5j))
says(lambda: t.assert_allclose([np.inf], [-np.inf]))
says(lambda: t.assert_raises(ValueError, int, 'x'))
says(lambda: t.assert_raises_regex(ValueError, 'invalid', int, 'x'))
print(t.build_err_msg([1, 2], 'words').splitlines()[1], t.check_support_sve(), t.IS_PYPY, t.IS_64BIT, t.verbose)
with t.suppress_warnings() as held:
    held.filter(UserWarning)
    log = held.record(RuntimeWarning)
    warnings.warn('x')
    warnings.warn('y', RuntimeWarning)
print(len(log), log[0].message)
with t.tempdir() as place:
    print(os.path.isdir(place))
with t.temppath(suffix='.npy') as path:
    np.save(path, [1, 2])
    print(np.load(path), path.endswith('.npy'))
with t.clear_and_catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    warnings.warn('z')
print(len(seen))
with t.assert_no_gc_cycles():
    pass
t.break_cycles()
seen = []
t.run_threaded(lambda: seen.append(1), 3)
print(len(seen))
