def inner():
    raise ValueError("first")
def outer():
    try:
        inner()
    except ValueError:
        print("cleaning")
        raise
try:
    outer()
except ValueError as e:
    print("got", e)
class Guard:
    def __init__(self, eat): self.eat = eat
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t.__name__ if t else None, v); return self.eat
with Guard(True) as g:
    raise KeyError("hidden")
print(g.eat)
with Guard(False), Guard(True):
    print("body")
try:
    with Guard(False):
        1 / 0
except ZeroDivisionError as e:
    print("out", e)
