import re
import typing
from typing import overload


def number(scanner, text):
    return float(text) if '.' in text else int(text)


scanner = re.Scanner([(r'[a-zA-Z_]\w*', lambda s, token: ('name', token)), (r'\d+\.\d*', number), (r'\d+', number),
                      (r'=|\+|-|\*|/', lambda s, token: 'op' + token), (r'\s+', None)])
print(scanner.scan('sum = 3*foo + 312.50+bar'))
print(scanner.scan('a ? b'), scanner.scan(''), scanner.scan('???'))
spans = re.Scanner([(r'\w+', lambda s, t: s.match.span()), (r'.', 'other')], re.ASCII)
print(spans.scan('ab é!'))
print(re.Scanner([(r'a*', 'as')]).scan('aab'))


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x):
    return x * 2


print(twice(2), twice('ab'), len(typing.get_overloads(twice)), typing.get_overloads(print))
try:
    typing.get_overloads(twice)[0] and overload(lambda: 1)()
except NotImplementedError as error:
    print(str(error)[:49])
typing.clear_overloads()
print(typing.get_overloads(twice))


@typing.dataclass_transform(order_default=True)
def model(cls):
    return cls


print(model.__dataclass_transform__['order_default'], model.__dataclass_transform__['kwargs'])
print(typing.no_type_check_decorator(lambda f: f)(len.__class__ and (lambda: 3))())
