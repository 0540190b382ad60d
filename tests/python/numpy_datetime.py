# Dates and spans of time as scalars.
import datetime

import numpy as np

d = np.datetime64('2020-02-28')
print(d, repr(d), d.dtype, d + 2, d - np.datetime64('2020-01-01'), d + np.timedelta64(36, 'h'))
print(np.datetime64('2020-01'), np.datetime64('2020-01', 'D'), np.datetime64('2020-01-01T12:30'), np.datetime64(5, 'Y'))
print(np.datetime64('2020-01-01T12:30:05.25'), np.datetime64('NaT'), repr(np.datetime64('NaT')), np.datetime64(None, 's'))
s = np.timedelta64(5, 'D')
print(s, repr(s), s * 2, s / 2, -s, abs(-s), s / np.timedelta64(12, 'h'), s // np.timedelta64(2, 'D'), s % np.timedelta64(2, 'D'))
print(np.timedelta64(90, 'm').astype('timedelta64[h]'), np.timedelta64(1, 'W') == np.timedelta64(7, 'D'), np.timedelta64(3))
print(d == np.datetime64('2020-02-28T00'), d < np.datetime64('2021'), isinstance(d, np.datetime64), f'{d}', bool(s))
print(isinstance(s, np.generic), d.shape, d.ndim, d.size, s.dtype, hash(d) == hash(np.datetime64('2020-02-28')))
print(np.datetime64(datetime.date(2020, 1, 2)), np.datetime64(datetime.datetime(2020, 1, 2, 3)), np.timedelta64(datetime.timedelta(1)))
print(d.item(), np.datetime64('2020-01-01T05').item(), s.item(), s.tolist(), np.datetime64('NaT').item(), int(np.timedelta64(5, 'Y')), float(np.timedelta64(7)))
print(d.astype('datetime64[M]'), d.astype(int), d.astype(object), np.datetime64('1969-12-31').astype(int))
print(np.datetime64('1600-03-01').astype(int), np.datetime64('9999-12-31'), np.datetime64('-0044-03-15'))
print(np.datetime64('NaT') == np.datetime64('NaT'), np.isnat(np.datetime64('NaT')), np.isnat(d), np.isfinite(d))
print(np.dtype('M8[ns]'), repr(np.dtype('<m8[us]')), np.dtype('datetime64'), np.datetime_data('M8[s]'), np.dtype('M8[D]').kind,
      np.dtype('M8[D]').str, np.dtype('m8[D]').type, np.dtype('M8[D]').char, np.dtype('m8').num)
for call in (lambda: np.datetime64('x'), lambda: np.datetime64(5), lambda: d + d, lambda: d * 2,
             lambda: np.timedelta64(1, 'Y') + np.timedelta64(1, 'D'), lambda: np.datetime64('2020-13-01'),
             lambda: np.datetime64('2021-02-29'), lambda: np.datetime64('2020-01-01T25'),
             lambda: np.datetime64('2020-01-01', 'zz'), lambda: np.timedelta64('x', 'D'), lambda: np.timedelta64(d)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
