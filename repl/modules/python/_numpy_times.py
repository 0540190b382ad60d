"""numpy's functions about dates: as texts, and business days."""
import numpy as np


def datetime_as_string(arr, unit=None, timezone='naive', casting='same_kind'):
    """Dates as ISO 8601 texts."""
    arr = np.asarray(arr)
    if arr.dtype.kind != 'M':
        raise TypeError('input must have type NumPy datetime')
    if unit is not None and unit != 'auto':
        arr = arr.astype(f'datetime64[{unit}]')
    made = arr.astype(str)
    if timezone == 'UTC':
        made = np.char.add(made, 'Z')
    return made[()] if made.ndim == 0 else made


def datetime_data(dtype, /):
    """The unit of a dtype of times, and its multiple."""
    dtype = np.dtype(dtype)
    if dtype.kind not in 'mM':
        raise TypeError('cannot get datetime metadata from non-datetime type')
    name = dtype.name
    return (name[name.index('[') + 1:-1] if '[' in name else 'generic'), 1


def _days(dates):
    return np.asarray(dates, dtype='datetime64[D]')


def _mask(weekmask):
    """Which days of the week, Monday first, are business days."""
    if isinstance(weekmask, str):
        if len(weekmask) == 7 and set(weekmask) <= {'0', '1'}:
            mask = [letter == '1' for letter in weekmask]
        else:
            names = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
            words = weekmask.split()
            if any(word not in names for word in words):
                raise ValueError(f'Invalid business day weekmask string "{weekmask}"')
            mask = [name in words for name in names]
    else:
        mask = [bool(day) for day in weekmask]
    if len(mask) != 7:
        raise ValueError('A business day weekmask array must have length 7')
    if not any(mask):
        raise ValueError('the business day weekmask must have at least one valid business day')
    return np.array(mask)


def _business(counts, mask, holidays):
    good = mask[(counts + 3) % 7]
    if holidays is not None:
        good = good & ~np.isin(counts, _days(holidays).astype(int))
    return good


def is_busday(dates, weekmask='1111100', holidays=None, busdaycal=None, out=None):
    """Whether dates are business days."""
    made = _business(_days(dates).astype(int), _mask(weekmask), holidays)
    if out is not None:
        out[...] = made
        return out
    return made[()]


def busday_count(begindates, enddates, weekmask='1111100', holidays=(), busdaycal=None, out=None):
    """How many business days there are from one date to another, which does not count."""
    mask = _mask(weekmask)
    begin, end = np.broadcast_arrays(_days(begindates), _days(enddates))

    def count(first, last):
        if first > last:
            return -count(last + 1, first + 1)
        return int(np.count_nonzero(_business(np.arange(first, last), mask, holidays or None)))
    pairs = zip(begin.astype(int).ravel().tolist(), end.astype(int).ravel().tolist())
    made = np.array([count(first, last) for first, last in pairs], dtype=int).reshape(begin.shape)
    if out is not None:
        out[...] = made
        return out
    return made[()]


def busday_offset(dates, offsets, roll='raise', weekmask='1111100', holidays=None, busdaycal=None, out=None):
    """The date that is some business days after another."""
    if roll not in ('raise', 'nat', 'forward', 'following', 'backward', 'preceding', 'modifiedfollowing',
                    'modifiedpreceding'):
        raise ValueError(f'Invalid business day roll parameter "{roll}"')
    mask = _mask(weekmask)
    dates, offsets = np.broadcast_arrays(_days(dates), np.asarray(offsets))

    def is_good(day):
        return bool(_business(np.asarray(day), mask, holidays))

    def step(day, by):
        day += by
        while not is_good(day):
            day += by
        return day

    def move(day, offset):
        if not is_good(day):
            if roll == 'raise':
                raise ValueError('Non-business day date in busday_offset')
            if roll == 'nat':
                return None
            forward = roll in ('forward', 'following', 'modifiedfollowing')
            rolled = step(day, 1 if forward else -1)
            if roll.startswith('modified') and np.int64(rolled).astype('datetime64[D]').astype('datetime64[M]') != \
                    np.int64(day).astype('datetime64[D]').astype('datetime64[M]'):
                rolled = step(day, -1 if forward else 1)
            day = rolled
        for _ in range(abs(offset)):
            day = step(day, 1 if offset > 0 else -1)
        return day
    pairs = zip(dates.astype(int).ravel().tolist(), offsets.ravel().tolist())
    moved = [move(day, offset) for day, offset in pairs]
    made = np.array([np.datetime64('NaT', 'D') if day is None else np.datetime64(day, 'D') for day in moved],
                    dtype='datetime64[D]').reshape(dates.shape)
    if out is not None:
        out[...] = made
        return out
    return made[()]
