def run(f):
    try:
        r = f()
    except (ValueError, TypeError) as e:
        print("caught", type(e).__name__, e)
    except ZeroDivisionError:
        print("zero")
    else:
        print("result", r)
    finally:
        print("finally")
run(lambda: int("x"))
run(lambda: 1 / 0)
run(lambda: 42)
run(lambda: len(3))
class MyError(Exception):
    def __init__(self, code, msg="bad"):
        super().__init__(msg)
        self.code = code
try:
    raise MyError(7)
except MyError as e:
    print(e.code, e, repr(e), e.args)
try:
    try:
        raise KeyError("k")
    except KeyError as e:
        raise ValueError("v") from e
except ValueError as e:
    print(repr(e.__cause__), e.__context__ is e.__cause__)
def f():
    try:
        return 1
    finally:
        print("in finally")
print(f())
try:
    raise Exception
except Exception as e:
    print(repr(e), str(e) == "", e.args)
try:
    assert 1 == 2, "not equal"
except AssertionError as e:
    print("assert", e)
for i in range(3):
    try:
        if i == 1: continue
        if i == 2: break
        print(i)
    finally:
        print("f", i)
try:
    raise ValueError("a", 1)
except ValueError as e:
    print(e, e.args)
try:
    [].x
except AttributeError as e:
    print(e)
print(isinstance(KeyError(), LookupError), issubclass(ZeroDivisionError, ArithmeticError))
print(KeyError("x"), repr(OSError(2, "no")))
