# What a call makes of several starred and named arguments, and what it says where they do not fit.


def show(*args, **kwargs):
    print(args, kwargs)


class Broken:
    def __iter__(self):
        raise TypeError('no items today')


show(**{'a': 1}, b=2, **{'c': 3}, d=4)
show(1, *[2, 3], 4, *(5,), last=True)
for text in ["show(**{'x': 3}, x=5, y=2)", "show(x=1, **{'x': 2})", "show(**{'a': 1}, b=2, **{'b': 3})",
             "show(**{1: 2})", "show(*5)", "show(1, *5)", "show(**5)", "print(*5)", "[].append(*5)",
             "class C(metaclass=type, metaclass=type): pass", "(__debug__ := 1)", "del __debug__",
             "show(x for x in (1,),)", "def g(/, a): pass", "def g(a, /*, b): pass", "lambda /, a: 0",
             "try:\n    pass\nexcept* OSError:\npass"]:
    try:
        exec(text)
    except Exception as error:
        print(type(error).__name__, error)
for call in (lambda: show(*Broken()), lambda: show(1, *Broken())):
    try:
        call()
    except TypeError as error:
        print(error)
print([].append.__qualname__, dict.fromkeys.__qualname__, len.__qualname__)
