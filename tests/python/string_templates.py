# Templates with names of other kinds, and formatters whose parts are replaced.
import _string
import re
import string
from string import Formatter, Template


def attempt(function, *arguments, **named):
    try:
        print(function(*arguments, **named))
    except Exception as error:
        print(type(error).__name__, error)


class Dotted(Template):
    delimiter = '@'
    idpattern = '[a-z][a-z.]*'
    flags = 0


class Percent(Template):
    pattern = r'(?P<escaped>%%)|%(?P<named>[a-z]+)%|%<(?P<braced>[a-z]+)>|(?P<invalid>%)'


class Braced(Template):
    braceidpattern = '[A-Z]+'


class Odd(Template):
    pattern = '(?P<badname>x)|(?P<named>n)|(?P<braced>b)|(?P<escaped>e)|(?P<invalid>i)'


attempt(Dotted('@user.name and @@ and @Who').safe_substitute, {'user.name': 'tim'})
attempt(Dotted('@user.name and @Who').substitute, {'user.name': 'tim'})
attempt(Percent('%who% is %<what> 100%%').substitute, who='Ann', what='here')
attempt(Percent('50% off').substitute)
attempt(Braced('$low ${UP} ${low}').safe_substitute, low=1, UP=2)
for call in (Odd('x').substitute, Odd('x').safe_substitute, Odd('x').is_valid, Odd('x').get_identifiers):
    attempt(call)
template = Template('$a ${b} $$ $a\n$ x')
print(template.get_identifiers(), template.is_valid(), template.pattern.flags & re.IGNORECASE, template.safe_substitute(a='$b'))
attempt(template.substitute, a=1, b=2)
attempt(Template('$missing').substitute, {})
print(list(_string.formatter_parser('a{{b}}{x!r:>{w}}c{}{a[}]}')), Formatter().parse('x').__next__())
for name in ('a.b[0][k].c', '', '12[x', 'a.', 'a[0]b', 'a[]'):
    attempt(lambda: (lambda split: (split[0], list(split[1])))(_string.formatter_field_name_split(name)))
for text in ('{', '}', '{a', '{a{', '{a!', '{a!r', '{a!rx}', '{a:{', 'x}y'):
    attempt(lambda: list(_string.formatter_parser(text)))
attempt(_string.formatter_parser, 3)
attempt(_string.formatter_field_name_split, 3)


class Shouting(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f'no {key}') if isinstance(key, str) else Formatter.get_value(self, key, args, kwargs)

    def check_unused_args(self, used_args, args, kwargs):
        print(sorted(map(str, used_args)), end=' ')

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == 'u' else Formatter.convert_field(self, value, conversion)


attempt(Shouting().format, '{}{name!u:>{width}}|{gone}|{}', 1, 2, name='ann', width=6)
for text in ('{}{0}', '{0}{}', '{:{:{:{}}}}', '{0!x}'):
    attempt(Formatter().format, text, 1, 2, 3, 4)
attempt('{0:\0<6s}|'.format, 'foo')
attempt('{99999999999999999999}'.format, 1)
attempt('{0[99999999999999999999]}'.format, [1])
print(sorted(string.__all__)[:4])
