# atexit: the last one first, after the program's own text.
import atexit


@atexit.register
def first():
    print('first registered, last called')


def say(*args, **kwargs):
    print(args, kwargs)

atexit.register(say, 1, 2, key=3)
atexit.register(say, 'gone')
atexit.unregister(say)
atexit.register(say, 'kept')
try:
    atexit.register(3)
except TypeError as error:
    print(error)
print('end')
