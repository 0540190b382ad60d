"""What the attributes of a decimal context may be."""
_ROUNDINGS = ('ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_DOWN',
              'ROUND_HALF_EVEN', 'ROUND_05UP')
_MOST = 999999999999999999
_RANGES = {'prec': (1, _MOST, 'valid range for prec is [1, MAX_PREC]'),
           'Emin': (-_MOST, 0, 'valid range for Emin is [MIN_EMIN, 0]'),
           'Emax': (0, _MOST, 'valid range for Emax is [0, MAX_EMAX]'),
           'capitals': (0, 1, 'valid values for capitals are 0 or 1'),
           'clamp': (0, 1, 'valid values for clamp are 0 or 1')}


def check_rounding(rounding):
    """TypeError where the name is none of a way to round."""
    if not isinstance(rounding, str) or rounding not in _ROUNDINGS:
        raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n'
                        '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')


class Checked:
    """A context whose attributes are checked as they are set."""

    def __setattr__(self, name, value):
        if name in _RANGES:
            low, high, text = _RANGES[name]
            if not isinstance(value, int):
                raise TypeError('an integer is required')
            if not low <= value <= high:
                raise ValueError(text)
        elif name == 'rounding':
            check_rounding(value)
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _RANGES or name == 'rounding':
            raise AttributeError('context attributes cannot be deleted')
        object.__delattr__(self, name)
