"""The assertions of a TestCase."""
from collections import Counter as _Counter
from difflib import ndiff
from pprint import pformat
from re import compile as _compile
from unittest._contexts import _Raises, _Warns
from unittest.util import _common, _difference, _short


class Assertions:
    """What a test may ask; an assertion that does not hold raises failureException."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else f'{standard} : {msg}'

    def _raise(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._raise(msg, f'{_short(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._raise(msg, f'{_short(expr)} is not false')

    _equal_functions = {list: 'assertListEqual', tuple: 'assertTupleEqual', dict: 'assertDictEqual',
                        set: 'assertSetEqual', frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        self._equal_functions = {**self._equal_functions, typeobj: function}

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            function = self._equal_functions.get(type(first))
            if function is not None:
                if isinstance(function, str):
                    function = getattr(self, function)
                return function(first, second, msg=msg)
        if not first == second:
            self._raise(msg, '%s != %s' % tuple(_common(first, second)))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._raise(msg, f'{_short(first)} == {_short(second)}')

    def _near(self, first, second, places, delta):
        """Whether they are near, and the words for how far apart they are."""
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, difference, f'{_short(delta)} delta'
        places = 7 if places is None else places
        return round(difference, places) == 0, difference, f'{places!r} places'

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        near, difference, words = self._near(first, second, places, delta)
        if not near:
            self._raise(msg, f'{_short(first)} != {_short(second)} within {words} ({_short(difference)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, difference, words = self._near(first, second, places, delta)
        if delta is not None and first != second and not near:
            return
        if delta is not None:
            self._raise(msg, f'{_short(first)} == {_short(second)} within {words} ({_short(difference)} difference)')
        if first == second or near:
            self._raise(msg, f'{_short(first)} == {_short(second)} within {words}')

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type else 'sequence'
        if seq_type is not None:
            for which, value in (('First', first), ('Second', second)):
                if not isinstance(value, seq_type):
                    raise self.failureException(f'{which} sequence is not a {name}: {_short(value)}')
        if first == second:
            return
        lines = [f'{name.capitalize()}s differ: %s != %s\n' % tuple(_common(first, second))]
        for i in range(min(len(first), len(second))):
            if first[i] != second[i]:
                lines.append(f'\nFirst differing element {i}:\n{_short(first[i])}\n{_short(second[i])}\n')
                break
        more, which, other = (first, 'First', second) if len(first) > len(second) else (second, 'Second', first)
        if len(first) != len(second):
            lines.append(f'\n{which} {name} contains {len(more) - len(other)} additional elements.\n'
                         f'First extra element {len(other)}:\n{_short(more[len(other)])}\n')
        lines.append('\n' + _difference(pformat(first), pformat(second)))
        self._raise(msg, ''.join(lines))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        first, second = set1 - set2, set2 - set1
        lines = []
        for words, items in (('first', first), ('second', second)):
            if items:
                lines.append(f'Items in the {words} set but not the {"second" if words == "first" else "first"}:')
                lines.extend(repr(item) for item in items)
        if lines:
            self._raise(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            self._raise(msg, '%s != %s' % tuple(_common(d1, d2)) 
                        + '\n' + _difference(pformat(d1), pformat(d2)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first != second:
            lines = [first.splitlines(keepends=True), second.splitlines(keepends=True)]
            if len(lines[0]) == 1 and first.strip('\r\n') == first:
                lines = [[first + '\n'], [second + '\n']]
            text = '\n' + ''.join(ndiff(*lines))
            if len(text) > self._most():
                text = f'\nDiff is {len(text)} characters long. Set self.maxDiff to None to see it.'
            self._raise(msg, '%s != %s' % tuple(_common(first, second)) + text)

    def _most(self):
        return float('inf') if self.maxDiff is None else self.maxDiff

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        try:
            ones, others = _Counter(first), _Counter(second)
            kinds = list(dict.fromkeys(first + second))
            counts = [(ones[item], others[item], item) for item in kinds]
        except TypeError:
            kinds = []
            for item in first + second:
                if item not in kinds:
                    kinds.append(item)
            counts = [(first.count(item), second.count(item), item) for item in kinds]
        different = [f'First has {a}, Second has {b}:  {item!r}' for a, b, item in counts if a != b]
        if different:
            self._raise(msg, 'Element counts were not equal:\n' + '\n'.join(different))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._raise(msg, f'{_short(member)} not found in {_short(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._raise(msg, f'{_short(member)} unexpectedly found in {_short(container)}')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._raise(msg, f'{_short(expr1)} is not {_short(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._raise(msg, f'unexpectedly identical: {_short(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._raise(msg, f'{_short(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._raise(msg, 'unexpectedly None')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._raise(msg, f'{_short(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._raise(msg, f'{_short(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._raise(msg, f'{_short(a)} not less than {_short(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._raise(msg, f'{_short(a)} not less than or equal to {_short(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._raise(msg, f'{_short(a)} not greater than {_short(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._raise(msg, f'{_short(a)} not greater than or equal to {_short(b)}')

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = _compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            self._raise(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = _compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        match = pattern.search(text)
        if match:
            self._raise(msg, f'Regex matched: {match.group()!r} matches {pattern.pattern!r} in {text!r}')

    def _context(self, context, args, kwargs):
        if not args:
            context.msg = kwargs.pop('msg', None)
            return context
        function, *rest = args
        if function is None:
            return context
        context.call(function, rest, kwargs)

    def assertRaises(self, expected_exception, *args, **kwargs):
        kinds = expected_exception if isinstance(expected_exception, tuple) else (expected_exception,)
        if not all(isinstance(k, type) and issubclass(k, BaseException) for k in kinds):
            raise TypeError('assertRaises() arg 1 must be an exception type or tuple of exception types')
        return self._context(_Raises(expected_exception, self), args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return self._context(_Raises(expected_exception, self, expected_regex), args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        kinds = expected_warning if isinstance(expected_warning, tuple) else (expected_warning,)
        if not all(isinstance(kind, type) and issubclass(kind, Warning) for kind in kinds):
            raise TypeError('assertWarns() arg 1 must be a warning type or tuple of warning types')
        return self._warns(_Warns(expected_warning, self), args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return self._warns(_Warns(expected_warning, self, expected_regex), args, kwargs)

    def _warns(self, context, args, kwargs):
        if not args:
            context.msg = kwargs.pop('msg', None)
            return context
        with context:
            args[0](*args[1:], **kwargs)

    assertEquals = assertEqual
    assertNotEquals = assertNotEqual
    assert_ = assertTrue
    assertRaisesRegexp = assertRaisesRegex
    assertRegexpMatches = assertRegex
    failUnless = assertTrue
