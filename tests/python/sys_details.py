# What sys tells of the interpreter, and how much of a traceback is shown.
import sys
import traceback

print(sys.hash_info.width, sys.hash_info.modulus, hash(float('inf')) == sys.hash_info.inf, sys.thread_info.name)
print(sys.float_repr_style, sys.implementation.version[:2], type(sys.implementation).__name__, sys.thread_info[0])
print('implementation' in dir(sys), hasattr(sys, 'abiflags'), hasattr(sys, 'base_prefix'))


class Dummy(Exception):
    pass


class Other(Exception):
    def __new__(cls, *args):
        return Dummy(*args)


class Wrong(Exception):
    def __new__(cls, *args):
        return 1


for thing in (Other, Wrong):
    try:
        raise thing
    except Exception as error:
        print(type(error).__name__, error)


def inner():
    raise ValueError('deep')


def outer():
    inner()


for limit in (None, 2, 1, 0, -1):
    if limit is not None:
        sys.tracebacklimit = limit
    try:
        outer()
    except ValueError as error:
        lines = traceback.format_exc().splitlines()
        print(limit, len(lines), lines[0], [line.split(' in ')[1] for line in lines if line.startswith('  File')])
        print(len(traceback.extract_tb(error.__traceback__)))
print(len(traceback.format_exc(limit=0).splitlines()), hasattr(sys, 'tracebacklimit'))
del sys.tracebacklimit
print(hasattr(sys, 'tracebacklimit'))
