# Named characters in patterns, edges in an empty text, bytes of other kinds, differences of lines of bytes.
import difflib
import re


def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(type(error).__name__, error)


attempt(re.match, r'\N{LESS-THAN SIGN}+', '<<')
attempt(re.findall, r'[\N{DIGIT ONE}-\N{DIGIT THREE}]', '0123')
for pattern in (r'\N{no such}', r'\N', r'\N{', r'\N{}', r'[\N{DIGIT', rb'\N{DIGIT ONE}'):
    attempt(re.compile, pattern)
attempt(re.search, r'\B', '')
attempt(re.search, r'(?a)\B', '')
attempt(re.findall, r'\B', 'ab c')
attempt(re.sub, b'y', bytearray(b'a'), bytearray(b'xyz'))
attempt(re.sub, 'y', b'a', 'xyz')
lines = [b'same\n', b'caf\xe9\n'], [b'same\n', b'cafe\n']
print(list(difflib.diff_bytes(difflib.unified_diff, *lines, b'old', b'new')))
attempt(lambda: list(difflib.diff_bytes(difflib.unified_diff, ['text'], [b'b'])))
