"""What CPython 3.11 makes of the programs in tests/repl/language/programs and of the wrong sources below.

Writes language_programs.txt (per program: its name, the length of what it prints, and that: standard output, then the
traceback of an uncaught exception) and language_errors.h (rows of source, exception, place and message). Run it with
CPython 3.11.7: python3 tests/golden/language.py
"""
import os
import sys

sys.path.pop(0)  # files beside this one have names of the standard library's modules
import re  # noqa: E402
import subprocess  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, '..', 'repl', 'language', 'programs')

ERRORS = [
    '1 = x',
    'f() = 1',
    'a + b = c',
    'None = 1',
    '(a, 1) = x',
    'for 1 in x: pass',
    'del f()',
    'f() += 1',
    'x: int, y = 3',
    '(a, b): int',
    'f(a=1, 2)',
    'f(**a, 2)',
    'f(**a, *b)',
    'f(1=2)',
    'f(True=1)',
    'f(x for x in y, 1)',
    'if x = 1:\n pass',
    'if x\n pass',
    'def f(a=1, b): pass',
    'def f(a, a): pass',
    'f(a=1, a=2)',
    'def f(*): pass',
    'def f(*, **k): pass',
    'def f(a):\n global a',
    'def f():\n x\n global x',
    'def f():\n x=1\n global x',
    'def f():\n nonlocal q',
    'nonlocal x',
    'return 1',
    'yield 1',
    'break',
    'continue',
    '*a = 1',
    'print(*a) = 2',
    '*a',
    '*a, *b = c',
    'try:\n pass\nexcept:\n pass\nexcept A:\n pass',
    'try:\n pass\nx=1',
    'except A: pass',
    'try:\n pass\nexcept A, B:\n pass',
    'def f():\n from a import *',
    'from a import b,',
    'x = 1 \\ y',
    'x = a\xa0b',
    'x = （1）',
    'x = 007',
    'x = 0o8',
    'x=0xg',
    'x=1__0',
    '1abc',
    '1_',
    "x = 'abc",
    'x = """abc\n\n',
    '(1,\n2',
    '(1,\n2]',
    'f(1 2)',
    '[1 2]',
    '{1:2 3:4}',
    'x = (1 if 2)',
    'foo bar',
    'print 1',
    "print 'a'",
    "exec 'a'",
    'if x:\nprint(1)',
    '  x=1',
    'x=1\n  y=2',
    'if x:\n    a\n  b',
    'def f()\n pass',
    'class A\n pass',
    'for x in y\n pass',
    'while x\n pass',
    'else: pass',
    'x = )',
    'x = (]',
    'x +',
    'x = ',
    'f(',
    "f'{x'",
    "f'{}'",
    "f'}'",
    "f'{x!z}'",
    "f'{x!r:'",
    "b'é'",
    "'\\x1'",
    "'a' b'b'",
    'lambda: (yield)',
    'x = yield = 1',
    'a := 1',
    '(a.b := 1)',
    '[x := 1 for x in y]',
    '{1:}',
    '{1:2, 3}',
    '{**a for a in b}',
    '[*a for a in b]',
    'f(a for a in b, c for c in d)',
    '[a, b for a in b]',
    'import a.b as',
    'import',
    'from . import',
    'from a import (b, c',
    'assert (1, 2)',
    'del',
    'del (a, 1)',
    'with a as 1: pass',
    'with a as f(): pass',
    'x = 1 if y else',
    'not',
    'a not b',
    'a is not',
    '@',
    '@f\nx=1',
    'class A: return 1',
    'a = b = 1 = c',
    'a, b += 1',
    '(a) += 1',
    '[a] += 1',
    'lambda x=1, y: 1',
    'def f(x, x=1): pass',
    'def f(1): pass',
    'def f(x y): pass',
    'x = {1,2',
    'x = [1,\n2\ny = 3\n',
    'if True:\n',
    'def f():\n',
    'class A:\n',
    'for i in x:\n',
    'while 1:\n',
    'try:\n',
    'try:\n pass\n',
    'with a:\n',
    'if 1: pass\nelif 2:\nx',
    'x = 5 5',
    'x++',
    'x--',
    'i++ + 1',
    'a b c',
    'True = 1',
    'x.True',
    'x.1',
    'import a b',
    'f(a, b c)',
    'if a then b:',
    'a ? b : c',
    'a && b',
    'a || b',
    '!a',
    'a <> b',
    '$x',
    'def f(x): return x y',
    'for i in range(3) print(i)',
    'while True print(1)',
    'if x == 1 print(1)',
    'elif x: pass',
    'x = [1,2,3',
    'global x, y z',
    'raise a from',
    '(x for x in y) = 1',
    '[x for x in y] = 1',
    'x = y z',
    'a = 1 b = 2',
    'x = 1e',
    'x=1.e+',
    'x=0b12',
    'x = 0x',
    'x=1.2.3',
    "x = 'a' 'b' c",
    'pass x',
    'return',
    'import a as b.c',
    'from a import b as c.d',
    'lambda: x = 1',
    'x if y = 1',
    'f(a.b=1)',
    'f(a=)',
    'f(*)',
    'f(**)',
    'f(,)',
    '[,]',
    '(,)',
    '{,}',
    'a[',
    'a[]',
    'a[1',
    'a[1:2:3:4]',
    'class f(: pass',
    'class A(x for x in y): pass',
    'def f(a, *, ): pass',
    'def f(a, /, b, /): pass',
    'def f(*a, *b): pass',
    'def f(**a, b): pass',
    'x = *a',
    'x = (*a)',
    'return *a',
    "print(f'{a!}')",
    "print(f'{a:{b}')",
    "f'{'",
    "f'{a[}'",
    "f'{a)}'",
    "f'{#}'",
    "f'{\\n}'",
    'f"{\'a"',
    'x: int = ',
    'x: ',
    '1: int',
    "'abc\\",
    'x\\',
    'f(a\nb)',
    "(\n'abc\n)",
    'if x:\n\ty\n        z',
    'if x:\n        y\n\tz',
    'class A:\n  def f(self):\n    pass\n   x=1',
    'a = 1\n\n\n  b = 2',
    'for x in y:\n  pass\n else:\n  pass',
    'def f(:\n pass',
    "with open('a') as f, open('b') as :\n pass",
    'print(1',
    "print('a'\nprint('b')\n",
    "x = {'a': 1, 'b': 2\ny = 3",
    'x = [1, 2\nfor i in x:\n  pass\n',
    "d = {'a' 1}",
    'f(x, y=1, z)',
    'def g():\n  yield\n  return x y',
]


def run(name):
    runner = ("import sys, builtins, gc\nfrom types import ModuleType\n"
              "builtins.collect = gc.collect\n"
              "m, n = ModuleType('m'), ModuleType('m.n')\n"
              "sys.modules.update({'m': m, 'm.n': n})\n"
              "m.x, m.text, m._hidden, m.n, n.x = 1, 'hello', 2, n, 1\n"
              "source = open(%r, 'rb').read()\n"
              "exec(compile(source, %r, 'exec'), {'__name__': '__main__', '__builtins__': builtins})\n" % (name, name))
    done = subprocess.run([sys.executable, '-W', 'ignore', '-c', runner], cwd=PROGRAMS, capture_output=True)
    error = done.stderr.decode()
    # The runner's own frame is not part of the program's traceback.
    lines = error.splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith('  File "<string>", line ')]
    # A source that does not compile has no frames, and so no heading when it is run as a script.
    if kept and kept[0].startswith('Traceback') and not any(', in ' in line for line in kept):
        kept.pop(0)
    # Addresses differ from run to run; the test masks its own alike.
    return re.sub(' at 0x[0-9a-f]+', ' at 0x000000000000', done.stdout.decode() + ''.join(kept))


def c_string(text):
    out = ''
    for byte in text.encode('utf-8'):
        char = chr(byte)
        if char in '"\\':
            out += '\\' + char
        elif char == '\n':
            out += '\\n'
        elif char == '?':
            out += '\\?'
        elif 32 <= byte < 127:
            out += char
        else:
            out += '\\%03o' % byte
    return '"' + out + '"'


def main():
    with open(os.path.join(HERE, 'language_programs.txt'), 'w') as out:
        for name in sorted(os.listdir(PROGRAMS)):
            text = run(name)
            out.write('%s %d\n%s\n' % (name, len(text.encode('utf-8')), text))
    with open(os.path.join(HERE, 'language_errors.h'), 'w') as out:
        out.write('/* Written by language.py with CPython %s: source, exception, line, column, end column (0: on another\n'
                  ' * line, or none), message. A NULL exception: the source is right. */\n' % sys.version.split()[0])
        for source in ERRORS:
            row = (c_string(source), 'NULL', 0, 0, 0, '""')
            try:
                compile(source, 't.py', 'exec')
            except SyntaxError as error:
                end = error.end_offset if error.end_lineno == error.lineno and (error.end_offset or 0) > 0 else 0
                row = (c_string(source), c_string(type(error).__name__), error.lineno, error.offset, end, c_string(error.msg))
            out.write('{%s, %s, %d, %d, %d, %s},\n' % row)


if __name__ == '__main__':
    main()
