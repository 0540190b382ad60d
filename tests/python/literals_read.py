# Literals as values; words; entities; modules by name; examples in docstrings.
import ast
import doctest
import html
import importlib
import keyword

for text in ('[1, -2.5, "a\\n", b"x", None, (1,), {}, {1: [2]}, {1, 2}]', ' 1', '1, 2', '(3)', '-1+2j', '"a" \'b\'', '()',
             '0x1F', '1_000', '1e5', 'set()', "{'a': (1, 'x'), 'b': {'c': True}}", 'r"\\d"', '"""two\nlines"""', '...'):
    print(repr(ast.literal_eval(text)))
for text in ('a', '1 + 2', 'f(1)', '[1, x]', '"a".upper()', '[1,'):
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError) as e:
        print(type(e).__name__)
print(keyword.iskeyword('for'), keyword.iskeyword('fore'), len(keyword.kwlist), keyword.softkwlist[1:3])
print(html.escape('<a href="x">\'&'), html.escape('"', quote=False), html.unescape('&lt;&#39;&#x41;&amp;amp;&eacute; &x'))
print(importlib.import_module('math').pi, importlib.import_module('os.path').basename('a/b'))

def average(values):
    """The mean.

    >>> average([20, 30, 70])
    40.0
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> average([])
    Traceback (most recent call last):
        ...
    ZeroDivisionError: division by zero
    >>> list(range(20))  # doctest: +ELLIPSIS
    [0, 1, ..., 18, 19]
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    """
    return sum(values) / len(values)

print(doctest.testmod())
