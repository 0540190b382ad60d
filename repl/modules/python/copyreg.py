"""copyreg: how objects of a class are taken apart for copying."""
dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Has objects of a class taken apart by a function."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Checks that something can make objects."""
    if not callable(object):
        raise TypeError('constructors must be callable')


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


def _complex(number):
    return complex, (number.real, number.imag)


pickle(complex, _complex, complex)
