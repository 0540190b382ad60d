def g(): 1 / 0
def f():
    try:
        g()
    except ZeroDivisionError as e:
        raise
try:
    f()
except ZeroDivisionError as e:
    error = e
raise error
