"""Writes types.tsv: what CPython 3.11 answers for rows of operators, methods, constructors and formats.

    python -P tests/golden/types.py > tests/golden/types.tsv

A row: kind, then its operands, then the repr of the result or "Error: text" of the exception. Operands are literals as
engine/core/signature.h reads them (no escapes inside quotes), with a prefix for what has no literal ("set:[1, 2]").
Fields are separated by tabs; backslash, tab, newline and return are escaped.
"""
import sys

sys.path.pop(0)  # this file has the name of a standard module
import copy  # noqa: E402
import itertools  # noqa: E402

assert sys.version_info[:2] == (3, 11)


def inner_literal(value):
    """Inside another literal, what needs a prefix is written as a str that starts with @."""
    text = literal(value)
    if isinstance(value, (dict, set, frozenset, bytes, range, slice)):
        return None if text is None or '"' in text else '"@' + text + '"'
    return text


def literal(value):
    """The operand's text, or None where the C test cannot write it."""
    if value is None or isinstance(value, (bool, int)):
        return repr(value)
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, str):
        if "\\" in value:
            return None
        if "'" not in value:
            return "'" + value + "'"
        return '"' + value + '"' if '"' not in value else None
    if isinstance(value, tuple):
        inner = [inner_literal(item) for item in value]
        return None if None in inner else "(" + "".join(item + ", " for item in inner) + ")"
    if isinstance(value, list):
        inner = [inner_literal(item) for item in value]
        return None if None in inner else "[" + ", ".join(inner) + "]"
    for kind, name, parts in ((dict, "dict", lambda v: [list(pair) for pair in v.items()]), (set, "set", list),
                              (frozenset, "frozenset", list), (bytes, "bytes", lambda v: list(v)),
                              (range, "range", lambda v: (v.start, v.stop, v.step)),
                              (slice, "slice", lambda v: (v.start, v.stop, v.step))):
        if isinstance(value, kind):
            return name + ":" + literal(parts(value))
    raise TypeError(value)


def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def answer(function):
    try:
        result = function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    if type(result).__name__ in ("dict_keys", "dict_values", "dict_items"):
        return repr(result)
    return repr(result)


UNSUPPORTED = object()


def emit(kind, *operands, call):
    result = answer(call)
    if "complex" in result or "j)" in result:
        return
    try:
        text = [kind] + [operand if kind_of == "raw" else literal(operand) for kind_of, operand in operands]
    except TypeError:
        return
    if None in text:
        return
    if isinstance(result, str) and any(len(word) > 18 and word.lstrip("-").isdigit() and abs(int(word)) >= 2**63
                                       for word in result.replace(",", " ").replace(")", " ").replace("(", " ").split()):
        return  # integers beyond 64 bits
    print("\t".join(escape(part) for part in text + [result]))


def raw(text):
    return ("raw", text)


def value(v):
    return ("value", v)


def method(self, name, *arguments, **keywords):
    emit("method", value(self), raw(name), value(tuple(arguments)), value(list(map(list, keywords.items()))),
         call=lambda: getattr(copy.copy(self), name)(*arguments, **keywords))


def mutate(self, name, *arguments, **keywords):
    """Shows the object after the method."""

    def call():
        copied = copy.copy(self)
        getattr(copied, name)(*arguments, **keywords)
        return copied
    emit("mutate", value(self), raw(name), value(tuple(arguments)), value(list(map(list, keywords.items()))), call=call)


# Formats of integers, floats and strs.
INTS = [0, 1, -1, 42, -42, 1234567, -1234567, 255, 9223372036854775807, -9223372036854775808, True]
INT_SPECS = ["", "d", "5", "<5", ">5", "^6", "=6", "05", "+", "+d", " d", "-d", ",", "_", "10,", "010,", "012_", "b", "o",
             "x", "X", "#b", "#o", "#x", "#X", "#010x", "_b", "_x", "08b", "*^9", "x<8", "c", "e", ".2e", "f", ".3f", "g",
             "%", ".1%", "n", "+,.2f", "s", "z", ".2", "5.1d", ",b", ",_", "__", "é>7", "0<5", "<05", "q", "10.3q"]
FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 3.14159265358979, 1234567.891, 1e-7, 1.5e300, 123456789012345680.0, 2.5, 0.5, 1e16,
          float("inf"), float("-inf"), float("nan"), 0.00001234, 99999.99, 999999.5, 100.0]
FLOAT_SPECS = ["", "f", ".0f", ".1f", ".2f", ".10f", "F", "e", ".0e", ".3e", "E", "g", ".3g", ".10g", "G", "#g", "#.3g",
               "#.0f", "%", ".0%", ".2%", "n", "10.2f", "<10.2f", "^12.3f", "010.2f", "+.2f", " .2f", ",.2f", "_.3f",
               "015,.2f", ",", ".3", ".0", ".15", ".17", "z.1f", "=+10.1f", "*>12.4e", "d", "x", "s", "08", "+", "12,",
               ".5", "<8", "^+9.2", "#", "5%"]
STRS = ["", "a", "hello", "straße", "日本語", "it's"]
STR_SPECS = ["", "s", "10", "<10", ">10", "^10", "*^11", ".2", "10.3", ">6.2s", "010", "d", "+", "=5", "#", ",", "é^9",
             "日<8", ".0", ".", "f", "10f", "^", "{", "}>4"]
for values, specs in ((INTS, INT_SPECS), (FLOATS, FLOAT_SPECS), (STRS, STR_SPECS)):
    for v, spec in itertools.product(values, specs):
        emit("format", value(v), value(spec), call=lambda: format(v, spec))
for v in ([1], (1, 2), None):
    for spec in ("", "5", "s"):
        emit("format", value(v), value(spec), call=lambda: format(v, spec))

# % formatting.
for form, v in [
        ("%d", 5), ("%d items", (3,)), ("%5d|", 42), ("%-5d|", 42), ("%05d", 42), ("%+d", 42), ("% d", 42), ("%+d", -42),
        ("%.3d", 7), ("%x", 255), ("%X", 255), ("%#x", 255), ("%#o", 8), ("%o", 8), ("%i", 12), ("%u", 12), ("%d", 3.99),
        ("%d", -3.99), ("%d", True), ("%f", 3.14159), ("%.2f", 3.14159), ("%10.3f|", 3.14159), ("%-10.3f|", 3.14159),
        ("%010.3f", -3.14159), ("%e", 12345.678), ("%.1e", 12345.678), ("%E", 12345.678), ("%g", 0.0001), ("%g", 1e10),
        ("%G", 1e-10), ("%.3g", 1234.5), ("%s", "abc"), ("%10s|", "abc"), ("%-10s|", "abc"), ("%.2s", "abc"), ("%r", "abc"),
        ("%s", 1.5), ("%s", None), ("%s", [1, "a"]), ("%s %s", ("a", 1)), ("%c", 65), ("%c", "x"), ("%%", ()),
        ("100%%", ()), ("%5.1f%%", 99.5), ("%s", ()), ("%s", (1, 2)), ("%d", "a"), ("%f", "a"), ("%x", 1.5), ("%c", "ab"),
        ("%z", 1), ("%", 1), ("%s", {"a": 1}), ("%(a)s", {"a": 1}), ("%(a)d %(b).2f", {"a": 1, "b": 2.0}), ("%(c)s", {"a": 1}),
        ("%(a)s", 1), ("%*d", (5, 42)), ("%-*d|", (5, 42)), ("%.*f", (2, 3.14159)), ("%d %d", (1,)), ("%d", (1, 2)),
        ("no", 1), ("no", ()), ("no", [1]), ("%inf", 1), ("%f", float("inf")), ("%5f|", float("nan")), ("%05d", -3),
        ("%s and %r", ("é", "é")), ("%5s|", "é"), ("%d", None), ("%.0f", 0.5), ("%.0f", 1.5), ("%.0f", 2.5), ("%s", True)]:
    emit("percent", value(form), value(v), call=lambda: form % v)

# str.format.
for form, arguments, keywords in [
        ("{}", (1,), {}), ("{} {}", (1, "a"), {}), ("{0} {1} {0}", (1, 2), {}), ("{a} {b}", (), {"a": 1, "b": 2}),
        ("{:5d}|", (42,), {}), ("{:<5}|", ("ab",), {}), ("{:>{}}", ("ab", 5), {}), ("{:{w}.{p}f}", (3.14159,), {"w": 8, "p": 2}),
        ("{!r}", ("a",), {}), ("{!s:>5}", ("a",), {}), ("{0[1]}", ([1, 2],), {}), ("{a[x]}", (), {"a": {"x": 7}}),
        ("{0[0][1]}", ([(1, 2)],), {}), ("{{}}", (), {}), ("{{{}}}", (5,), {}), ("{", (), {}), ("}", (), {}), ("{}", (), {}),
        ("{a}", (), {}), ("{} {0}", (1,), {}), ("{0} {}", (1,), {}), ("{!x}", (1,), {}), ("{:d}", ("a",), {}), ("{0", (1,), {}),
        ("{0.real}", (5,), {}), ("{0.nope}", (5,), {}), ("{0[5]}", ([1],), {}), ("{:,}", (1234567,), {}), ("{:%}", (0.25,), {}),
        ("{0!r:^7}", ("a",), {}), ("{:{:}{:}}", (1, ">", 5), {}), ("{!}", (1,), {}), ("{!r5}", (1,), {}), ("a{}b{}c", (1, 2), {})]:
    emit("template", value(form), value(arguments), value([list(i) for i in keywords.items()]),
         call=lambda: form.format(*arguments, **keywords))

# Operators.
OPERATORS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
             "//": lambda a, b: a // b, "%": lambda a, b: a % b, "**": lambda a, b: a ** b, "&": lambda a, b: a & b,
             "|": lambda a, b: a | b, "^": lambda a, b: a ^ b, "<<": lambda a, b: a << b, ">>": lambda a, b: a >> b,
             "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
             ">": lambda a, b: a > b, ">=": lambda a, b: a >= b, "@": lambda a, b: a @ b}


def binary(a, op, b):
    if op == "%" and isinstance(a, bytes):
        return  # bytes have no % here
    emit("binary", value(a), raw(op), value(b), call=lambda: OPERATORS[op](a, b))


NUMBERS = [0, 1, -1, 7, -7, 3, True, 2.5, -2.5, 0.0, -0.0, 1e300, float("inf"), float("nan"), 9007199254740993]
for a, b in itertools.product(NUMBERS, NUMBERS):
    for op in OPERATORS:
        if op in ("<<", "**") and isinstance(a, int) and isinstance(b, int) and abs(b) > 64:
            continue
        if op == "@" and (a, b) != (1, 1):
            continue
        binary(a, op, b)
for op in OPERATORS:
    for a, b in [("a", "b"), ("a", 1), (1, "a"), ("ab", 3), (3, "ab"), ("a", None), (None, 1), ([1], [2]), ([1], (2,)), ((1,), (2,)),
                 ((1, 2), (1, 3)), ([1, 2], [1, 2, 3]), ([1], 2), (2, [1]), ([1], "a"), ((1,), 2), ({1, 2}, {2, 3}), ({1, 2}, [2]),
                 ({"a": 1}, {"b": 2}), ({"a": 1}, {"a": 1}), (range(3), range(3)), (b"a", b"b"), (b"a", "b"), (b"ab", 2), ("a", 1.5),
                 ([1], 1.5), (None, None), ("a", "a"), ("Z", "a"), ("é", "f"), ((), ()), ({1}, {1, 2}), (frozenset([1]), {2}),
                 ("%d", 5), ([], []), ((1, "a"), (1, 2)), (1, 1.0), (2**53 + 1, 2.0**53), (2**62, 4.611686018427388e18)]:
        binary(a, op, b)
for a in [5, -5, True, 2.5, -0.0, "a", [1], None]:
    for op, f in (("-", lambda: -a), ("+", lambda: +a), ("~", lambda: ~a), ("abs", lambda: abs(a))):
        if isinstance(a, bool) and op == "~":
            pass
        emit("unary", raw(op), value(a), call=f)

# Items.
for v in ["hello", "日本語x", [1, 2, 3, 4, 5], (1, 2, 3), range(10), b"abc", {"a": 1, 2: "b"}, 5, None]:
    for key in [0, 1, -1, 5, 99, -99, "a", 2, 1.0, None, True, slice(1, 3, None), slice(None, None, -1), slice(None, None, 2),
                slice(-2, None, None), slice(10, 0, -3), slice(5, 2, None), slice(None, None, 0), slice(0, 99, None), [1]]:
        emit("getitem", value(v), value(key), call=lambda: v[key])
for v, item in [("hello", "ell"), ("hello", "x"), ("hello", 1), ([1, 2], 2), ([1, 2], 2.0), ((1,), 3), ({"a": 1}, "a"), ({1, 2}, 3),
                ({1}, [1]), (range(5), 3), (range(0, 9, 3), 4), (range(5), 2.0), (5, 1), (b"abc", 97), (b"abc", b"bc"), ("", ""),
                (None, 1), ({1}, 1.0), ([None], None)]:
    emit("contains", value(v), value(item), call=lambda: item in v)

# repr, str, hash, bool, len.
for v in [0, -7, 1.5, 1e100, -0.0, "a'b", "é", "tab\there", "back\\slash", "line\nend", "\x01\x1f\x7f", "\u200b", "日本", "😀",
          (), (1,), (1, 2), [], [1, [2, [3]]], {}, {"a": [1], 2: None}, set(), {1}, {3, 1, 2}, {5, 100, 33, 8, 64},
          frozenset(), frozenset([2, 1]), {1.5, 2, -1}, {(1, 2), (3, 4)}, set(range(20)), set(range(0, 200, 7)), b"ab\n\xff'", None, True,
          range(3), range(1, 10, 2), slice(1, None, 2), {10: 1, 9: 2}, "quote\"d", [1.0, float("nan"), float("inf")], {-1, -2, 0},
          set(range(100, 0, -3)), {1000003, 5, 2**40, 7}]:
    emit("repr", value(v), call=lambda: v)
    emit("str", value(v), call=lambda: str(v))
for v in [0, 1, -1, 2**61 - 1, 2**61, -2**61, 2**62, True, 0.0, 1.0, 0.5, -0.5, 1e300, 3.7, float("inf"), -1.0, (), (1,), (1, 2), (1, (2, 3)),
          (0.5, 7), [1], {}, {1}, 2.0**61, 1e-300, frozenset([1, 2]), frozenset(), frozenset([0.5, 7, 100])]:
    emit("hash", value(v), call=lambda: hash(v))
for v in [0, 1, 0.0, float("nan"), "", "a", [], [0], (), {}, {1: 2}, set(), None, range(0), range(2), b"", "日本"]:
    emit("bool", value(v), call=lambda: bool(v))
    emit("len", value(v), call=lambda: len(v))

# Constructors.
for name, function, rows in [
        ("int", int, [(), (3.7,), (-3.7,), ("42",), (" -42\n",), ("1_000",), ("0x1f", 16), ("ff", 16), ("0b101", 0), ("0o17", 0), ("101", 2),
                      ("z", 36), ("",), ("abc",), ("1__0",), ("_1",), ("1_",), ("4.5",), (None,), ([1],), (float("nan"),), (float("inf"),),
                      (True,), ("12", 5), ("99", 8), ("1", 1), ("010", 0), ("0", 0), (5, 10), ("+7",), ("- 7",), ("9223372036854775807",),
                      ("-9223372036854775808",), ("0x10",), (1, 2, 3)]),
        ("float", float, [(), (3,), ("3.5",), ("  1e5 ",), ("inf",), ("-Infinity",), ("nan",), ("abc",), ("",), ("1_0.5",), ("1__0",),
                          (None,), ([1],), ("1e400",), ("0x1p3",), ("1,5",), (True,), ("1e",), (".5",), ("5.",), (".",), (1, 2)]),
        ("str", str, [(), (1,), (1.0,), ("a",), ([1, "a"],), (None,), (b"ab",), (b"ab", "utf-8"), (1, "utf-8")]),
        ("bool", bool, [(), (0,), ("",), ("a",), ([],), (1, 2)]),
        ("list", list, [(), ("abc",), ((1, 2),), ({"a": 1},), (range(3),), (5,), (None,), (1, 2)]),
        ("tuple", tuple, [(), ("abc",), ([1, 2],), (range(3),), (5,)]),
        ("set", set, [(), ([3, 1, 2, 3],), ("",), (5,), ([[1]],)]),
        ("frozenset", frozenset, [(), ([2, 1],), (5,)]),
        ("dict", dict, [(), ([("a", 1), ("b", 2)],), ({"a": 1},), ([1],), ([(1,)],), (5,), ([(1, 2, 3)],), (["ab", "cd"],), ([([], 1)],)]),
        ("bytes", bytes, [(), (3,), ("a", "utf-8"), ("a",), ([1, 255],), ([256],), (-1,), (1.5,), ("é", "ascii")]),
        ("range", range, [(), (3,), (1, 5), (5, 1, -2), (1, 2, 0), ("a",), (1.5,), (1, 2, 3, 4)]),
        ("slice", slice, [(), (1,), (1, 2), (1, 2, 3)]),
]:
    for arguments in rows:
        emit("call", raw(name), value(arguments), call=lambda: function(*arguments))
emit("callkw", raw("dict"), value(([["x", 0]],)), value([["a", 1], ["x", 5]]), call=lambda: dict([["x", 0]], a=1, x=5))
emit("callkw", raw("int"), value(("ff",)), value([["base", 16]]), call=lambda: int("ff", base=16))

# Methods of str.
for name, self_, *arguments in [
        ("upper", "héllo ß"), ("lower", "HÉLLO"), ("title", "hello world's end"), ("capitalize", "hELLO wORLD"), ("swapcase", "aBc"),
        ("casefold", "Straße"), ("isalpha", "abc"), ("isalpha", "ab1"), ("isalpha", ""), ("isdigit", "123"), ("isdigit", "1.5"),
        ("isalnum", "ab1"), ("isspace", " \t\n"), ("isspace", ""), ("isupper", "AB1"), ("isupper", "Ab"), ("islower", "ab"), ("istitle", "Ab Cd"),
        ("isidentifier", "abc_1"), ("isidentifier", "1a"), ("isascii", "é"), ("isprintable", "a\n"), ("isnumeric", "12"), ("isdecimal", "12"),
        ("find", "hello", "l"), ("find", "hello", "z"), ("find", "hello", "l", 3), ("find", "hello", "l", 0, 2), ("rfind", "hello", "l"),
        ("find", "日本語", "語"), ("index", "hello", "z"), ("rindex", "日本日", "日"), ("find", "abc", ""), ("find", "abc", "", 4), ("rfind", "abc", ""),
        ("count", "banana", "a"), ("count", "banana", "ana"), ("count", "abc", ""), ("count", "banana", "a", 2), ("startswith", "hello", "he"),
        ("startswith", "hello", ("x", "h")), ("startswith", "hello", "l", 2), ("endswith", "hello", "lo"), ("endswith", "hello", 1),
        ("startswith", "a", ("a", 1)), ("startswith", "a", (1,)), ("strip", "  a b  "), ("strip", "xxaxx", "x"), ("lstrip", "  a "),
        ("rstrip", "  a "), ("strip", "abcba", "ab"), ("strip", "a", 1), ("ljust", "ab", 5), ("rjust", "ab", 5, "*"), ("center", "ab", 5),
        ("center", "abc", 6, "-"), ("center", "a", 4, "ab"), ("zfill", "42", 5), ("zfill", "-42", 5), ("zfill", "+1", 1), ("expandtabs", "a\tb", 4),
        ("split", "a b  c "), ("split", "a,b,,c", ","), ("split", "a,b,c", ",", 1), ("split", " a b c ", None, 1), ("rsplit", "a,b,c", ",", 1),
        ("rsplit", " a b c ", None, 1), ("rsplit", "a b c"), ("split", "", ","), ("split", ""), ("split", "a", ""), ("split", "a", 1),
        ("splitlines", "a\nb\r\nc\rd"), ("splitlines", "a\nb\n", True), ("splitlines", ""), ("partition", "a=b=c", "="), ("rpartition", "a=b=c", "="),
        ("partition", "abc", "="), ("rpartition", "abc", "="), ("partition", "a", ""), ("join", ",", ["a", "b"]), ("join", ",", "abc"), ("join", ",", []),
        ("join", ",", [1]), ("join", ",", ["a", None]), ("join", ",", 5), ("replace", "banana", "a", "o"), ("replace", "banana", "a", "o", 2),
        ("replace", "abc", "", "-"), ("replace", "abc", "", "-", 2), ("replace", "abc", "x", "y"), ("replace", "abc", 1, "y"), ("removeprefix", "abc", "ab"),
        ("removesuffix", "abc", "bc"), ("removeprefix", "abc", "x"), ("encode", "é"), ("encode", "é", "latin-1"), ("encode", "é", "ascii"),
        ("encode", "a", "nope"), ("encode", "é", "ascii", "replace"), ("upper", "a", 1), ("split", "a", ",", 1, 2), ("replace", "a", "b"),
        ("join", "a"), ("join", "a", [], []), ("zfill", "a"), ("zfill", "a", "b"), ("center", "a"), ("translate", "abc", {97: "X", 98: None}),
        ("expandtabs", "a\tb"), ("title", "they're bill's"), ("splitlines", "a\x0bb\x0cc"), ("strip", "\u3000日\u3000"), ("count", "日本日", "日"),
        ("index", "abc", "c", -1), ("find", "abc", "a", -10, 10), ("rfind", "aXbX", "X", 0, 3), ("center", "日", 4), ("format", "{}-{}", 1, 2),
        ("removesuffix", "abc", "")]:
    method(self_, name, *arguments)
method("a b", "split", sep=" ")
method("a b", "split", maxsplit=0)
method("a b", "split", nope=0)
method("a", "upper", x=1)
method("a\nb", "splitlines", keepends=True)
method("é", "encode", encoding="utf-8")

# Methods of the containers.
for self_, name, *arguments in [
        ([1, 2, 1], "count", 1), ([1, 2, 1], "index", 2), ([1, 2, 1], "index", 1, 1), ([1], "index", 5), ([1, 2], "pop"), ([1, 2], "pop", 0), ([], "pop"),
        ([1], "pop", 5), ([1], "pop", "a"), ([1], "copy"), ([1], "append"), ([1], "append", 1, 2), ([1], "pop", 1, 2), ([1], "insert", 1), ((1, 2, 1), "count", 1),
        ((1, 2), "index", 2), ((1, 2), "index", 3), ({"a": 1}, "get", "a"), ({"a": 1}, "get", "b"), ({"a": 1}, "get", "b", 5), ({"a": 1}, "keys"),
        ({"a": 1}, "values"), ({"a": 1}, "items"), ({"a": 1}, "pop", "a"), ({"a": 1}, "pop", "b"), ({"a": 1}, "pop", "b", None), ({"a": 1}, "popitem"),
        ({}, "popitem"), ({"a": 1}, "setdefault", "a", 5), ({"a": 1}, "setdefault", "b"), ({"a": 1}, "copy"), ({"a": 1}, "get"), ({"a": 1}, "get", [1]),
        ({1, 2}, "union", [3], (4,)), ({1, 2}, "intersection", [2, 3]), ({1, 2}, "difference", [2]), ({1, 2}, "symmetric_difference", [2, 3]),
        ({1}, "issubset", [1, 2]), ({1, 2}, "issuperset", [1]), ({1}, "isdisjoint", [2]), ({1}, "pop"), (set(), "pop"), ({1}, "remove", 5), ({1}, "union", 5),
        ({1}, "add"), (range(10), "index", 3), (range(10), "index", 30), (range(10), "count", 3), (5, "bit_length"), (0, "bit_length"), (-255, "bit_length"),
        (255, "bit_count"), (1000, "to_bytes", 2, "big"), (1000, "to_bytes", 1, "big"), (-1, "to_bytes", 1, "big"), (5, "conjugate"), (2.0, "is_integer"),
        (2.5, "is_integer"), (0.5, "as_integer_ratio"), (2.5, "hex"), (0.0, "hex"), (-0.1, "hex"), (5, "as_integer_ratio"), (b"abc", "decode"),
        (b"\xff", "decode"), (b"\xff", "decode", "latin-1"), (b"ab", "hex"), (b"a,b", "split", b","), (b",", "join", [b"a", b"b"]), (b"abc", "find", b"c"),
        (b"aba", "replace", b"a", b"x"), (b"abc", "startswith", b"ab"), (b"abc", "endswith", b"bc"), (b" a ", "strip"), (b"ab", "upper"), (b"\xe2\x82", "decode"),
        (b"a", "decode", "nope"), (2.675, "__round__", 2), (2.5, "__round__"), (3.5, "__round__"), (1234.5, "__round__", -2), (1250, "__round__", -2),
        (1350, "__round__", -2), (0.5, "__round__"), (-0.5, "__round__"), (1e22, "__round__", 2), (55.0, "__round__", -1), (45.0, "__round__", -1), (5.0, "__round__", -1),
        (0.15, "__round__", 1), (5, "__add__", 3), ("abc", "__len__"), ([1, 2], "__len__"), ([1], "__contains__", 1), ("a", "__eq__", "a"), ([3], "__getitem__", 0),
        ({"a": 1}, "__getitem__", "a"), ({"a": 1}, "__contains__", "a"), ("a", "__add__", "b"), (5, "__eq__", 5), (5, "__lt__", 6), (1.5, "__mul__", 2), ("a", "__mul__", 3)]:
    method(self_, name, *arguments)
for self_, name, *arguments in [
        ([1], "append", 2), ([1], "extend", "ab"), ([1], "extend", 5), ([1, 2], "insert", 1, "x"), ([1, 2], "insert", -1, "x"), ([1, 2], "insert", 99, "x"),
        ([1, 2, 1], "remove", 1), ([1], "remove", 5), ([1, 2], "clear"), ([1, 2, 3], "reverse"), ([3, 1, 2], "sort"), (["b", "a"], "sort"), ([1, "a"], "sort"),
        ([2.5, 1, True], "sort"), ([(2, "b"), (1, "z"), (2, "a")], "sort"), ([[2], [1]], "sort"), (list("the quick brown fox jumps over the lazy dog"), "sort"),
        (list(range(40, 0, -1)), "sort"), ([i * 7919 % 101 for i in range(101)], "sort"), ([None, 1], "sort"), ([1, 2, 3], "pop", 1),
        ({"a": 1}, "update", {"b": 2}), ({"a": 1}, "update", [("c", 3)]), ({"a": 1}, "update", 5), ({"a": 1}, "clear"), ({"a": 1}, "setdefault", "b", 2),
        ({"a": 1}, "pop", "a"), ({1, 2}, "add", 3), ({1, 2}, "discard", 2), ({1}, "discard", 9), ({1}, "update", [5, 6], (7,)), ({1, 2, 3}, "intersection_update", [2]),
        ({1, 2}, "difference_update", [1]), ({1, 2}, "symmetric_difference_update", [2, 3]), ({1}, "clear"), ({1}, "add", [1]), ([1, 2, 3], "__setitem__", 0, 9),
        ([1, 2, 3], "__setitem__", 9, 9), ([1, 2, 3], "__delitem__", 0), ({"a": 1}, "__delitem__", "a"), ({"a": 1}, "__delitem__", "b"),
        ([1, 2, 3], "__setitem__", slice(0, 2, None), [7, 8, 9]), ([1, 2, 3], "__setitem__", slice(None, None, 2), [7, 8]),
        ([1, 2, 3], "__setitem__", slice(None, None, 2), [7]), ([1, 2, 3], "__setitem__", slice(1, 1, None), 5), ([1, 2, 3, 4], "__delitem__", slice(None, None, 2)),
        ([1, 2, 3, 4], "__delitem__", slice(1, 3, None)), ([1, 2, 3, 4], "__delitem__", slice(None, None, -2)), ((1, 2), "__setitem__", 0, 1)]:
    mutate(self_, name, *arguments)
mutate([3, 1, 2], "sort", reverse=True)
mutate([3, 1, 2], "sort", key=None, reverse=True)
mutate([(1, "b"), (0, "a"), (1, "a"), (0, "b")], "sort", reverse=True)
mutate([3, 1, 2], "sort", 5)
mutate([3], "sort", nope=5)
mutate({"a": 1}, "update", b=2)
mutate({"a": 1}, "update", {"z": 1}, b=2)
mutate([1], "append", object=5)

# Attributes that are not there, and things that cannot be done.
for v, name in [([], "foo"), ("", "appendd"), (5, "x"), (None, "shape"), ((), "append"), ({}, "has_key"), (1.5, "foo")]:
    emit("getattr", value(v), raw(name), call=lambda: getattr(v, name))
for v, name in [([], "foo"), ([], "append"), (5, "x"), (5, "real"), (None, "x")]:
    emit("setattr", value(v), raw(name), value(1), call=lambda: setattr(v, name, 1))
for v in [5, None, "a", [1], 1.5]:
    emit("callvalue", value(v), call=lambda: v())
    emit("iter", value(v), call=lambda: list(iter(v)))
    emit("next", value(v), call=lambda: next(v))
for v, key in [((1,), 0), ("a", 0), (5, 0), (None, 0), ({1}, 0), ([1], 5), ([1], "a"), ({}, [1])]:
    emit("setitem", value(v), value(key), value(1), call=lambda: v.__class__.__setitem__(v, key, 1) if hasattr(v, "__setitem__") else exec("v[key] = 1", {"v": v, "key": key}))
    emit("delitem", value(v), value(key), call=lambda: exec("v = copy.copy(v); del v[key]", {"v": v, "key": key, "copy": copy}))

# Binding of arguments to a signature.
SIGNATURES = ["a", "a, b", "a, b=2", "a=1, b='x'", "a, b, c", "*args", "a, *args", "a, *, k", "a, *, k=3", "**kw", "a, b=2, *args, k=1, **kw",
              "a, /, b", "a, /", "", "*, k, m", "a, b=(1, 2), c=None", "a, b, c, d", "a=1, *, k=2"]
CALLS = [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((1, 2, 3, 4, 5), {}), ((), {"a": 1}), ((1,), {"a": 1}), ((1,), {"b": 5}), ((), {"k": 9}),
         ((1,), {"k": 9}), ((1, 2), {"k": 9}), ((1,), {"zz": 1}), ((), {"b": 1}), ((1, 2), {"zz": 1, "yy": 2}), ((1,), {"k": 1, "m": 2})]
for signature in SIGNATURES:
    scope = {}
    names = [part.split("=")[0].strip().lstrip("*") for part in signature.replace("(1, 2)", "t").split(",")]
    names = [name for name in names if name and name != "/"]
    exec(f"def f({signature}): return [{', '.join(names)}]", scope)
    for arguments, keywords in CALLS:
        emit("bind", raw(signature), value(arguments), value([list(pair) for pair in keywords.items()]),
             call=lambda: scope["f"](*arguments, **keywords))
