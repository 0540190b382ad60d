import sys


def inner(x):
    return 1 / x


def outer(x):
    return inner(x)


try:
    outer(0)
except ZeroDivisionError as error:
    tb = error.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name, type(tb).__name__)
        tb = tb.tb_next
print(ValueError('x').__traceback__, ValueError('y').with_traceback(None))
print(__builtins__.__name__, __debug__, __builtins__.len([1]))
print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(0)
print(len(str(10**5000)))
try:
    sys.set_int_max_str_digits(100)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(4300)
