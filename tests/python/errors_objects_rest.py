# Errors of classes, functions, descriptors and generators that other programs do not raise.
def attempt(name, function, *arguments, **keywords):
    try:
        print(name, "gives", function(*arguments, **keywords))
    except Exception as error:
        print(name, type(error).__name__, error)


def function(a, b=1, *, c=2):
    return a


class Plain:
    pass


class Other:
    __slots__ = ("x",)


def set_name(target, name, value):
    setattr(target, name, value)


attempt("defaults", set_name, function, "__defaults__", [1])
attempt("kwdefaults", set_name, function, "__kwdefaults__", [1])
attempt("name", set_name, function, "__name__", 1)
attempt("qualname", set_name, function, "__qualname__", 1)


def outer():
    def inner():
        return later
    cell = inner.__closure__[0]
    attempt("cell", lambda: cell.cell_contents)
    later = 1
    attempt("cell", lambda: cell.cell_contents)


outer()


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


generator = stubborn()
next(generator)
attempt("close", generator.close)
attempt("generator name", set_name, generator, "__name__", 1)
attempt("throw", (x for x in [1]).throw, 5)
attempt("throw", (x for x in [1]).throw, Plain)


class WrongMatch:
    __match_args__ = (1,)


def match_wrong():
    match WrongMatch():
        case WrongMatch(1):
            return 1


attempt("match args", match_wrong)


class Keys:
    a = "k"


def match_keys():
    match {"k": 1, "l": 2}:
        case {"k": 1, Keys.a: 1}:
            return 1


attempt("match keys", match_keys)


def raise_from():
    raise ValueError from 5


attempt("raise from", raise_from)


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return 5


def make():
    class Bad(metaclass=Meta):
        pass


attempt("prepare", make)
attempt("keyword twice", lambda: function(1, **{"c": 1}, **{"c": 2}))
attempt("object", object, 1)
attempt("plain", Plain, 1)
attempt("object.__new__", lambda: object.__new__(5))
attempt("object.__new__", lambda: object.__new__(Plain, 1))
attempt("object.__new__", lambda: object.__new__(int))
attempt("int.__new__", lambda: int.__new__(Plain))
attempt("class", set_name, Plain(), "__class__", Other)
attempt("class", set_name, Plain(), "__class__", 5)
attempt("class", set_name, 5, "__class__", Plain)
attempt("getattr", lambda: getattr(Plain(), 5))
attempt("setattr", lambda: setattr(Plain(), 5, 1))
attempt("delattr", lambda: delattr(Plain(), 5))
attempt("getattribute", lambda: Plain().__getattribute__(5))
attempt("type", lambda: type("A", (), 5))
attempt("type", lambda: type("A", 5, {}))
attempt("type", lambda: type(5, (), {}))
attempt("type", lambda: type("A", ()))
attempt("type", lambda: type.__new__(type))
attempt("super", lambda: super())
attempt("super", lambda: super(5))
attempt("super", lambda: super(int, "a"))
attempt("super", lambda: super(int, str))


class NoArguments:
    def method():
        return super()


attempt("super", NoArguments.method)
attempt("unbound", lambda: str.upper())
attempt("unbound", lambda: str.upper(5))
attempt("unbound", lambda: list.append())
attempt("unbound", lambda: list.append((), 1))
attempt("slot", lambda: int.__add__())
attempt("slot", lambda: int.__add__("a", 1))
attempt("slot", lambda: int.__add__(1))
attempt("slot", lambda: (1).__add__())
attempt("slot", lambda: (1).__add__(1, 2))
attempt("slot", lambda: (1).__add__(x=1))
attempt("slot", lambda: [].__len__(1))
attempt("format", lambda: (1).__format__(5))
attempt("init", lambda: object().__init__(1))
attempt("init", lambda: Plain().__init__(1))
attempt("issubclass", lambda: issubclass(1, int))
attempt("issubclass", lambda: issubclass(int, 1))
attempt("isinstance", lambda: isinstance(1, 1))
attempt("isinstance", lambda: isinstance(1, (int, 1)))
attempt("isinstance", lambda: isinstance("1", (int, 1)))
attempt("delete", lambda: delattr((1).__class__, "real"))
attempt("no attribute", set_name, 5, "x", 1)
attempt("no attribute", set_name, Other(), "y", 1)
attempt("unset", lambda: Other().x)
attempt("delete unset", lambda: delattr(Other(), "x"))


class BadFormat:
    def __format__(self, spec):
        return 5


attempt("bad format", lambda: format(BadFormat()))


class Returns:
    def __bytes__(self): return 1
    def __complex__(self): return 1
    def __index__(self): return "a"
    def __int__(self): return "a"
    def __float__(self): return "a"
    def __len__(self): return "a"
    def __bool__(self): return "a"
    def __hash__(self): return "a"
    def __str__(self): return 1
    def __repr__(self): return 1
    def __iter__(self): return 1
    def __contains__(self, item): return 5
    def __trunc__(self): return "a"
    def __length_hint__(self): return "a"
    def __dir__(self): return 5
    def __enter__(self): return 5
    def __reversed__(self): return 5
    def __round__(self, digits=None): return digits


for convert in (bytes, complex, int, float, len, bool, hash, str, repr, iter, list, dir, reversed, round, hex, range):
    attempt(convert.__name__, convert, Returns())
attempt("contains", lambda: 5 in Returns())
attempt("index", lambda: [1][Returns()])
attempt("with", lambda: exec("with Returns(): pass", {"Returns": Returns}))
attempt("with", lambda: exec("with 5: pass"))
attempt("callable", lambda: exec("x = 5; x()"))
attempt("subscript", lambda: exec("x = 5; x[1]"))
attempt("subscript", lambda: exec("x = 5\nx[1] = 2"))
attempt("subscript", lambda: exec("x = 5\ndel x[1]"))
attempt("subscript", lambda: exec("x = (1,)\ndel x[0]"))
attempt("cause", lambda: setattr(ValueError(), "__cause__", 5))
attempt("context", lambda: setattr(ValueError(), "__context__", 5))
attempt("notes", lambda: ValueError().add_note(5))
attempt("unicode", lambda: UnicodeDecodeError("a"))
attempt("syntax", lambda: SyntaxError("a", ("f", 1, 2, "t", 3)))
attempt("syntax", lambda: SyntaxError("a", ("f", 1, 2)))
attempt("module", lambda: type(__builtins__)(5) if type(__builtins__) is not dict else type(__import__("sys"))(5))
attempt("annotations", lambda: int.__annotations__)
attempt("prepare keywords", lambda: exec("class A(metaclass=5): pass"))
attempt("keywords", lambda: exec("class A(x=5): pass"))
attempt("bases", lambda: exec("class A(int, str): pass"))
attempt("bases", lambda: exec("class A(bool): pass"))
attempt("bases", lambda: exec("class A(object, int): pass"))
attempt("bases", lambda: exec("class A(int, int): pass"))
attempt("property", lambda: setattr(type("P", (), {"p": property(lambda self: 1)})(), "p", 1))
attempt("property", lambda: delattr(type("P", (), {"p": property(lambda self: 1)})(), "p"))
attempt("property", lambda: type("P", (), {"p": property()})().p)
attempt("next", lambda: next(5))
attempt("next", lambda: next(iter([])))
attempt("iter", lambda: iter(5, 6))
attempt("iter", lambda: iter(5))
