# Arguments that enumerations, decimal numbers, formats, times and patterns refuse, and the words for it.
import enum, random, operator, dataclasses, decimal, logging, types, datetime, re, heapq, math, typing, collections
from decimal import Decimal
from datetime import timedelta, timezone, time
from dataclasses import dataclass
def attempt(source):
    try:
        result = eval(source) if "\n" not in source and not source.startswith("class ") else exec(source, globals())
        print(source, "gives", repr(result))
    except (Exception, SystemExit) as error:
        print(source, type(error).__name__, error)

for source in ("class A(enum.Enum):\n  X = 1\n  X = 2", "[1].sort(reverse='a')", "dict(1, 2)", "__import__(5)",
               "__import__()", "classmethod()", "staticmethod()", "memoryview()", "classmethod(1, 2)",
               "staticmethod(1, 2)", "memoryview(1, 2)", "memoryview(5)", "divmod(1j, 1)", "divmod(1, 1j)", "1j // 1",
               "1j % 1", "random.randint(1.5, 2)", "random.randint(1, 2.5)", "random.randrange(1.5)",
               "random.randrange(1, 2, 1.5)", "random.randrange(1.0)", "operator.length_hint(5, 'a')",
               "operator.length_hint(5, 3)", "@dataclass(slots=True)\nclass A:\n  __slots__ = ('x',)\n  x: int",
               "@dataclass(slots=True)\nclass A:\n  __slots__ = ()\n  x: int",
               "dataclasses.make_dataclass('A', ['class'])", "dataclasses.make_dataclass('A', ['for'])",
               "float(Decimal('snan'))", "float(Decimal('nan'))", "int(Decimal('snan'))", "complex(Decimal('snan'))",
               "decimal.Context(prec=0)", "decimal.Context(rounding='a')", "decimal.Context(prec='a')",
               "decimal.Context(Emin=1)", "decimal.Context(Emax=-1)", "decimal.Context(capitals=2)",
               "decimal.Context(clamp=2)", "decimal.Context(prec=1.5)", "decimal.Context(rounding=5)",
               "decimal.getcontext().prec = 0\n1", "decimal.getcontext().rounding = 'a'\n1",
               "decimal.getcontext().prec = 'a'\n1", "decimal.getcontext().nothing = 1\n1",
               "decimal.getcontext().Emin = 1\n1", "decimal.getcontext().Emax = -1\n1",
               "del decimal.getcontext().prec\n1", "decimal.setcontext(5)", "decimal.localcontext(5)",
               "decimal.localcontext(prec=0)", "decimal.localcontext(nothing=0)", "logging.Formatter('abc')",
               "logging.Formatter('%(a', validate=True)", "logging.Formatter('abc', validate=False) is None",
               "logging.Formatter('{', style='{')", "logging.Formatter('abc', style='{')",
               "logging.Formatter('abc', style='$')", "logging.Formatter('$', style='$')",
               "logging.Formatter('{x!z}', style='{')", "logging.Formatter('{x:zz}', style='{')",
               "logging.Formatter('{x.y-}', style='{')", "logging.Formatter('', style='%') is None",
               "logging.Formatter('%s')", "logging.Formatter('%(message)d') is None",
               "logging.Formatter('%(message)s %(nothing)s', defaults={'nothing': 1}).format(logging.LogRecord('a', 10, 'p', 1, 'm', (), None))",
               "logging.Formatter('%(nothing)s').format(logging.LogRecord('a', 10, 'p', 1, 'm', (), None))",
               "types.SimpleNamespace(1)", "types.SimpleNamespace({'a': 1})", "types.SimpleNamespace(1, 2)",
               "datetime.datetime.combine(5, time())", "datetime.datetime.combine(datetime.date(1, 1, 1), 5)",
               "datetime.datetime.combine(datetime.date(1, 1, 1), time(), 5)", "datetime.datetime.strptime(5, '%Y')",
               "datetime.datetime.strptime('a', 5)", "datetime.datetime.strptime(b'a', '%Y')",
               "timezone(timedelta(0), 5)", "re.compile('a', 5.5)", "re.compile('a', 'b')", "re.match('a', 'a', 'b')",
               "re.sub('a', 'b', 'a', flags='x')", "re.compile('(?i-i:a)')", "re.compile('(?i-i)')",
               "re.compile('(?ia:a)') is None", "re.compile('(?-ii:a)') is None", "re.compile('(?i-x-i:a)')",
               "re.compile('(?z:a)')", "re.compile('(?-z:a)')", "re.compile('(?i-:a)')", "re.compile('(?i')",
               "re.compile('(?im-i:a)')", "heapq.nlargest('a', [1])", "heapq.nsmallest('a', [1])",
               "heapq.nlargest(1.5, [1])", "heapq.nlargest(1, 5)", "heapq.nlargest(2, [1, 'a'])",
               "heapq.nsmallest(5.5, [1, 2])", "heapq.nlargest('a', [1, 2, 3])", "heapq.heappush(5, 1)",
               "heapq.heapify(5)", "heapq.heappop([])", "int(timedelta(1))", "float(timedelta(1))",
               "len(timedelta(1))", "timedelta(1)[0]", "timedelta(1)()", "-datetime.date(1, 1, 1)",
               "datetime.date(1, 1, 1) + 1", "abs(time())", "time() + 1", "float(datetime.datetime(1, 1, 1))",
               "complex(timedelta(1))", "round(timedelta(1))", "iter(timedelta(1))", "1 in timedelta(1)",
               "1 in timezone.utc", "float(timezone.utc)", "math.sqrt(timedelta(1))", "'a' + timedelta(1)",
               "[1][timedelta(1)]", "b'' + timedelta(1)", "''.join([timedelta(1)])", "'%d' % timedelta(1)",
               "range(timedelta(1))", "timedelta(1).x", "time().x", "import math.nothing\n1", "import os.nothing\n1",
               "import collections.nothing\n1", "import json.nothing\n1", "import nothing.a\n1"):
    attempt(source)
