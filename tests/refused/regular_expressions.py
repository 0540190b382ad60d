# Patterns that PCRE2 cannot hold, and one for which there are too many ways to match.
import re

from refusals import refuses, report

refuses(re.error, 'number too big in {} quantifier', re.compile, 'a{70000}')
refuses(RuntimeError, 'the regular expression was given up: matching takes too many steps', re.match, '(?:a*)*$',
        'a' * 40 + 'b')
report()
