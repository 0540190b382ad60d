"""Examples in docstrings, run and compared."""
import io
import sys
import traceback
from collections import namedtuple
from contextlib import redirect_stdout
from re import compile as _compile, sub as _sub

TestResults = namedtuple('TestResults', 'failed attempted')
ELLIPSIS, NORMALIZE_WHITESPACE, IGNORE_EXCEPTION_DETAIL, SKIP, DONT_ACCEPT_TRUE_FOR_1, DONT_ACCEPT_BLANKLINE = (
    8, 4, 32, 16, 1, 2)
_options = {'ELLIPSIS': ELLIPSIS, 'NORMALIZE_WHITESPACE': NORMALIZE_WHITESPACE, 'SKIP': SKIP,
            'IGNORE_EXCEPTION_DETAIL': IGNORE_EXCEPTION_DETAIL, 'DONT_ACCEPT_TRUE_FOR_1': 1, 'DONT_ACCEPT_BLANKLINE': 2}
_directive = _compile(r'#\s*doctest:\s*([^\n]*)')


class Example:
    def __init__(self, source, want, line, options):
        self.source, self.want, self.lineno, self.options = source, want, line, options


def _examples(text, flags):
    lines = text.expandtabs().split('\n')
    at, found = 0, []
    while at < len(lines):
        line = lines[at]
        indent = len(line) - len(line.lstrip())
        if not line[indent:].startswith('>>>'):
            at += 1
            continue
        first = at
        source = [line[indent + 4:]]
        at += 1
        while at < len(lines) and lines[at][indent:].startswith('...'):
            source.append(lines[at][indent + 4:])
            at += 1
        want = []
        while at < len(lines) and lines[at].strip() and not lines[at][indent:].startswith('>>>'):
            want.append(lines[at][indent:])
            at += 1
        options = flags
        for match in _directive.finditer('\n'.join(source)):
            for word in match[1].replace(',', ' ').split():
                if word[1:] in _options:
                    options = options | _options[word[1:]] if word[0] == '+' else options & ~_options[word[1:]]
        found.append(Example('\n'.join(source) + '\n', '\n'.join(want) + '\n' if want else '', first, options))
    return found


def _same(got, want, options):
    if got == want:
        return True
    if not options & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
        return True
    if not options & DONT_ACCEPT_BLANKLINE:
        want = _sub(r'(?m)^<BLANKLINE>\s*?$', '', want)
        got = _sub(r'(?m)^[^\S\n]+$', '', got)
    if options & NORMALIZE_WHITESPACE:
        got, want = ' '.join(got.split()), ' '.join(want.split())
    if got == want:
        return True
    if not options & ELLIPSIS or '...' not in want:
        return False
    first, *middle, last = want.split('...')
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for part in middle:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def _indented(text):
    return ''.join('    ' + line + '\n' if line else '\n' for line in text.rstrip('\n').split('\n'))


def _run(text, name, names, flags, file, first_line):
    failed = 0
    examples = _examples(text, flags)
    for example in examples:
        if example.options & SKIP:
            continue
        out = io.StringIO()
        error = None
        try:
            with redirect_stdout(out):
                try:
                    code = compile(example.source.strip(), '<doctest>', 'eval')
                except SyntaxError:
                    exec(compile(example.source, '<doctest>', 'exec'), names)
                else:
                    value = eval(code, names)
                    if value is not None:
                        print(repr(value))
        except KeyboardInterrupt:
            raise
        except BaseException as e:
            error = e
        got = out.getvalue()
        if error is not None:
            got_text = ''.join(traceback.format_exception_only(type(error), error))
            wanted = example.want.split('\n')
            tail = [line for line in wanted[1:] if line and not line.startswith(' ')]
            if wanted[0].startswith('Traceback (') and tail:
                want = example.want[example.want.index(tail[0]):]
                good = _same(got_text, want, example.options)
                if not good and example.options & IGNORE_EXCEPTION_DETAIL:
                    good = got_text.split(':')[0].split('.')[-1] == want.split(':')[0].split('.')[-1].strip()
            else:
                good = False
            if good:
                continue
            report = 'Exception raised:\n' + _indented('Traceback (most recent call last):\n  ...\n' + got_text)
        elif _same(got, example.want, example.options):
            continue
        else:
            report = 'Expected:\n' + _indented(example.want) if example.want else 'Expected nothing\n'
            report += 'Got:\n' + _indented(got) if got else 'Got nothing\n'
        failed += 1
        print('*' * 70)
        where = f'line {first_line + example.lineno + 1}' if first_line is not None else 'line ?'
        print(f'File "{file}", {where}, in {name}\nFailed example:\n{_indented(example.source)}{report}', end='')
    return failed, len(examples)


def _documented(module):
    """The names and objects of a module that have docstrings, in order of names."""
    found = [(module.__name__, module)]
    for name, item in sorted(vars(module).items()):
        if getattr(item, '__module__', None) != module.__name__:
            continue
        if isinstance(item, type):
            found.append((f'{module.__name__}.{name}', item))
            for inner, value in sorted(vars(item).items()):
                value = getattr(value, '__func__', value)
                if callable(value) or isinstance(value, property):
                    found.append((f'{module.__name__}.{name}.{inner}', value))
        elif callable(item):
            found.append((f'{module.__name__}.{name}', item))
    return sorted(found, key=lambda pair: pair[0])


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Runs the examples of a module's docstrings."""
    module = sys.modules['__main__'] if m is None else m
    names = vars(module) if globs is None else globs
    failures, failed, attempted = [], 0, 0
    for title, item in _documented(module):
        doc = getattr(item, '__doc__', None)
        if not isinstance(doc, str) or '>>>' not in doc:
            continue
        own = {**names, **(extraglobs or {})}
        bad, count = _run(doc, title, own, optionflags, getattr(module, '__file__', '?'), None)
        failed += bad
        attempted += count
        if bad:
            failures.append((title, bad, count))
    if failures and report:
        print('*' * 70)
        print('1 items had failures:' if len(failures) == 1 else f'{len(failures)} items had failures:')
        for title, bad, count in failures:
            print(f'{bad:4d} of {count:3d} in {title}')
        print(f'***Test Failed*** {failed} failures.')
    return TestResults(failed, attempted)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    """Runs the examples of one docstring."""
    _run(getattr(f, '__doc__', None) or '', name, dict(globs), optionflags, '?', None)
