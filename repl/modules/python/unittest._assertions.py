"""The assertions of a TestCase."""
import warnings
from difflib import ndiff
from functools import wraps as _wraps
from re import compile as _compile
from unittest._contexts import _AssertLogsContext, _AssertRaisesContext, _AssertWarnsContext
from unittest.util import _common_shorten_repr, _counts, _difference, safe_repr

DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


class Assertions:
    """What a test may ask; an assertion that does not hold raises failureException."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16
    _type_equality_funcs = {list: 'assertListEqual', tuple: 'assertTupleEqual', dict: 'assertDictEqual',
                            set: 'assertSetEqual', frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f'{standardMsg} : {msg}'

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    def _raise(self, msg, standard):
        self.fail(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._raise(msg, f'{safe_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._raise(msg, f'{safe_repr(expr)} is not false')

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs = {**self._type_equality_funcs, typeobj: function}

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._raise(msg, '%s != %s' % _common_shorten_repr(first, second))

    def _getAssertEqualityFunc(self, first, second):
        asserter = self._type_equality_funcs.get(type(first)) if type(first) is type(second) else None
        if asserter is None:
            return self._baseAssertEqual
        return getattr(self, asserter) if isinstance(asserter, str) else asserter

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._raise(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def _near(self, first, second, places, delta):
        """Whether they are near, and the words for how far apart they are."""
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, difference, f'{safe_repr(delta)} delta'
        places = 7 if places is None else places
        return round(difference, places) == 0, difference, f'{places!r} places'

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        near, difference, words = self._near(first, second, places, delta)
        if not near:
            self._raise(msg, f'{safe_repr(first)} != {safe_repr(second)} within {words} '
                             f'({safe_repr(difference)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, difference, words = self._near(first, second, places, delta)
        if delta is not None and (first == second or near):
            self._raise(msg, f'{safe_repr(first)} == {safe_repr(second)} within {words} '
                             f'({safe_repr(difference)} difference)')
        if delta is None and (first == second or near):
            self._raise(msg, f'{safe_repr(first)} == {safe_repr(second)} within {words}')

    def _sequence_lengths(self, seqs, name):
        """Their lengths, or the words for the one that has none."""
        lengths = []
        for which, seq in zip(('First', 'Second'), seqs):
            try:
                lengths.append(len(seq))
            except (TypeError, NotImplementedError):
                return None, f'{which} {name} has no length.    Non-sequence?'
        return lengths, None

    def _sequence_words(self, seqs, lengths, name):
        """Where two sequences begin to differ, in words; '' where only their types do."""
        words = f'{name.capitalize()}s differ: %s != %s\n' % _common_shorten_repr(*seqs)
        absent = (TypeError, IndexError, NotImplementedError)
        for i in range(min(lengths)):
            items = []
            for which, seq in zip(('first', 'second'), seqs):
                try:
                    items.append(seq[i])
                except absent:
                    words += f'\nUnable to index element {i} of {which} {name}\n'
                    break
            if len(items) < 2:
                break
            if items[0] != items[1]:
                words += '\nFirst differing element %d:\n%s\n%s\n' % (i, *_common_shorten_repr(*items))
                break
        else:
            if lengths[0] == lengths[1] and name == 'sequence' and type(seqs[0]) is not type(seqs[1]):
                return ''
        if lengths[0] != lengths[1]:
            longer, at = int(lengths[1] > lengths[0]), min(lengths)
            which = ('First', 'Second')[longer]
            words += f'\n{which} {name} contains {abs(lengths[0] - lengths[1])} additional elements.\n'
            try:
                words += f'First extra element {at}:\n{safe_repr(seqs[longer][at])}\n'
            except absent:
                words += f'Unable to index element {at} of {which.lower()} {name}\n'
        return words

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = 'sequence' if seq_type is None else seq_type.__name__
        for which, seq in (('First', seq1), ('Second', seq2)):
            if seq_type is not None and not isinstance(seq, seq_type):
                raise self.failureException(f'{which} sequence is not a {name}: {safe_repr(seq)}')
        lengths, words = self._sequence_lengths((seq1, seq2), name)
        if lengths is not None:
            if seq1 == seq2:
                return
            words = self._sequence_words((seq1, seq2), lengths, name)
            if not words:
                return
        self._raise(msg, self._truncateMessage(words, _difference(seq1, seq2)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def _set_difference(self, which, one, other):
        try:
            return one.difference(other)
        except TypeError as e:
            self.fail(f'invalid type when attempting set difference: {e}')
        except AttributeError as e:
            self.fail(f'{which} argument does not support set difference: {e}')

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for which, other, items in (('first', 'second', self._set_difference('first', set1, set2)),
                                    ('second', 'first', self._set_difference('second', set2, set1))):
            if items:
                lines += [f'Items in the {which} set but not the {other}:', *map(repr, items)]
        if lines:
            self._raise(msg, '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            self._raise(msg, self._truncateMessage('%s != %s' % _common_shorten_repr(d1, d2), _difference(d1, d2)))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        warnings.warn('assertDictContainsSubset is deprecated', DeprecationWarning)
        missing = [safe_repr(key) for key in subset if key not in dictionary]
        wrong = [f'{safe_repr(key)}, expected: {safe_repr(value)}, actual: {safe_repr(dictionary[key])}'
                 for key, value in subset.items() if key in dictionary and dictionary[key] != value]
        words = [name + ','.join(items) for name, items in (('Missing: ', missing), ('Mismatched values: ', wrong))
                 if items]
        if words:
            self._raise(msg, '; '.join(words))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        lines = [first.splitlines(keepends=True), second.splitlines(keepends=True)]
        if len(lines[0]) == 1 and first.strip('\r\n') == first:
            lines = [[first + '\n'], [second + '\n']]
        self._raise(msg, self._truncateMessage('%s != %s' % _common_shorten_repr(first, second),
                                               '\n' + ''.join(ndiff(*lines))))

    def assertCountEqual(self, first, second, msg=None):
        different = [f'First has {a}, Second has {b}:  {item!r}'
                     for a, b, item in _counts(list(first), list(second)) if a != b]
        if different:
            self._raise(msg, self._truncateMessage('Element counts were not equal:\n', '\n'.join(different)))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._raise(msg, f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._raise(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._raise(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._raise(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._raise(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._raise(msg, 'unexpectedly None')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._raise(msg, f'{safe_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._raise(msg, f'{safe_repr(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._raise(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._raise(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._raise(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._raise(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = _compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        if not pattern.search(text):
            self._raise(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = _compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        match = pattern.search(text)
        if match:
            self._raise(msg, f'Regex matched: {match.group()!r} matches {pattern.pattern!r} in {text!r}')

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _AssertRaisesContext(expected_exception, self, expected_regex)
        return context.handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        context = _AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=True)


def _old_name(function):
    @_wraps(function)
    def old(*args, **kwargs):
        warnings.warn(f'Please use {function.__name__} instead.', DeprecationWarning)
        return function(*args, **kwargs)
    return old


for _name, _olds in {'assertEqual': 'failUnlessEqual assertEquals', 'assertNotEqual': 'failIfEqual assertNotEquals',
                     'assertAlmostEqual': 'failUnlessAlmostEqual assertAlmostEquals',
                     'assertNotAlmostEqual': 'failIfAlmostEqual assertNotAlmostEquals',
                     'assertTrue': 'failUnless assert_', 'assertRaises': 'failUnlessRaises', 'assertFalse': 'failIf',
                     'assertRaisesRegex': 'assertRaisesRegexp', 'assertRegex': 'assertRegexpMatches',
                     'assertNotRegex': 'assertNotRegexpMatches'}.items():
    for _old in _olds.split():
        setattr(Assertions, _old, _old_name(getattr(Assertions, _name)))

# Errors of calls and tracebacks name the class that programs know.
for _name, _function in vars(Assertions).items():
    if callable(_function) and not isinstance(_function, type):
        _function.__qualname__ = f'TestCase.{_name}'
