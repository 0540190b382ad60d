# Arrays of dates: steps, differences, sorting, choosing.
import datetime

import numpy as np

a = np.arange('2016-07-29', '2016-08-03', dtype='datetime64[D]')
print(a)
print(repr(a), a.dtype, a.astype('datetime64[M]'), a.astype(int), a.astype(str), a.nbytes)
print(np.diff(a), a - a[0], a[1:] > a[:-1], a == np.datetime64('2016-08-01'), a.max(), a.min())
print((a - a[0]).sum(), (a - a[0]).mean(), (a - a[0]).max(), np.ptp(a), a.argmax())
print(np.array(['2020-01-01', '2020-03-05'], dtype='datetime64'), np.array(['2020', '2020-03-05T05'], dtype='M8[h]'))
print(np.array([datetime.date(2020, 1, 2)], dtype='M8[D]'), np.array([datetime.datetime(2020, 1, 2, 3)], dtype='M8[s]'))
print(np.sort(a[::-1]), np.argsort(a[::-1]), np.unique(np.concatenate([a, a[:2]])), a.tolist()[:1])
print(np.isnat(np.array(['NaT', '2020-01-01'], dtype='M8[D]')), np.zeros(2, 'M8[D]'), np.zeros(2, 'm8[s]'))
print(np.arange(np.datetime64('2020-01-01'), np.datetime64('2020-01-10'), np.timedelta64(3, 'D')))
print(np.arange('2020-01', '2020-05', dtype='datetime64[M]'), np.arange('2005-02', '2005-03', dtype='M8[D]')[-1])
print(np.array([1, 2], dtype='m8[D]'), repr(np.array([1, 200], dtype='timedelta64[h]')), np.array([1, 2], dtype='m8[D]') * 1.5)
print(np.array([3, 6], 'm8[D]') / np.timedelta64(1, 'D'), np.array([3, 7], 'm8[D]') // 2, -np.array([3], 'm8[D]'))
print(np.where(a > np.datetime64('2016-07-31'), a, np.datetime64('NaT')), a[a >= np.datetime64('2016-08-01')])
print(np.searchsorted(a, np.datetime64('2016-08-01')), np.datetime64('2016-08-01') in a, np.maximum(a[0], a[1]))
b = a.copy()
b[0] = '2000-01-01'
b[1] = np.datetime64('NaT')
b += 1
print(b, b.max(), np.fmax(b[1], b[2]), b.reshape(1, -1).shape, b.view('i8')[0])
m = np.datetime64('2020-01') + np.arange(3)
print(m, m.astype('M8[D]'), (m + 1).astype('M8[D]') - m.astype('M8[D]'), np.datetime_as_string(a[:2]), np.datetime_as_string(a[0], 'h'))
x = np.array([('a', '2020-01-05')], dtype=[('n', 'U3'), ('d', 'M8[D]')])
print(x, x['d'] + 1, x.dtype)
for call in (lambda: a.sum(), lambda: a * 2, lambda: np.arange('2020', '2021'), lambda: a.astype('m8[D]') + a + a,
             lambda: np.array(['x'], 'M8[D]'), lambda: np.datetime_data('f8'), lambda: np.sqrt(a)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
