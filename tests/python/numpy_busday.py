# Business days.
import numpy as np

days = np.arange('2016-07-29', '2016-08-03', dtype='datetime64[D]')
print(np.is_busday(days), np.is_busday('2016-07-30'), np.is_busday(days, weekmask='Sat Sun'))
print(np.is_busday(days, holidays=['2016-08-01']), np.is_busday(days, weekmask=[1, 1, 1, 1, 1, 1, 1]))
print(np.busday_count('2011-01', '2011-02'), np.busday_count('2011-02', '2011-01'), np.busday_count(days[0], days))
print(np.busday_count('2011-01', '2011-02', holidays=['2011-01-03']), np.busday_count('2011', '2012', weekmask='Sat'))
print(np.busday_offset('2011-10', 0, roll='forward'), np.busday_offset('2011-10-03', [1, 5, -1]))
print(np.busday_offset('2012-05', 1, roll='forward', weekmask='Sun'), np.busday_offset('2011-10-01', 0, roll='backward'))
for call in (lambda: np.busday_offset('2011-10-01', 0), lambda: np.is_busday('2020-01-01', weekmask='0000000')):
    try:
        print(call())
    except ValueError as error:
        print(error)
