# Exception classes with several bases: layouts are compared, texts come along the order of bases.
class Both(ArithmeticError, TypeError):
    pass

class Key(KeyError, AttributeError):
    pass

class System(OSError, ValueError):
    pass

print([c.__name__ for c in Both.__mro__])
print(str(Key('a')), repr(Key('a')), isinstance(Key('a'), LookupError))
print(System(2, 'gone').errno, System(2, 'gone'))
for kind in (TypeError, ArithmeticError):
    try:
        raise Both('both')
    except kind as e:
        print(kind.__name__, e)
for bases in ((StopIteration, OSError), (int, str), (SyntaxError, OSError)):
    try:
        type('X', bases, {})
    except TypeError as e:
        print(e)
