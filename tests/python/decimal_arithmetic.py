from decimal import Decimal as D


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(D('0.1') + D('0.2'), D('1.10') * D('2'), D(1) / D(3), D(1) / D(8), D('7') // 2, D('7.5') % 2, D(2) ** 10, D(2) ** -1, -D('1.5'), abs(D('-3')))
print(D('1E+5'), D('1e-10'), D('0.000001'), D('0.0000001'), D('-0'), D('100').normalize(), D(0.1), D('1_000.5'), D('1.0') * D('1.00'))
print(repr(D('1.50')), D('1.5') == D('1.50'), D('1.5') == 1.5, D(1) < D(2), hash(D('1.0')) == hash(1), {D('1'): 2}[1], sum([D('0.1')] * 10))
print(max(D(1), D(3)), sorted([D(3), D('1.1')]), int(D('-7.9')), float(D('0.25')), round(D('2.5')), round(D('2.675'), 2), bool(D(0)))
print(D('12345.678').as_tuple(), D('1.5').as_integer_ratio(), D('123.45').adjusted(), D('Infinity'), D('NaN'), D('-inf') < 0, D((0, (1, 2, 3), -2)))
print(divmod(D(7), 2), 3 - D(1), 1 / D(4), D('1.23').compare(D('1.3')), D('5').max(3), D('1234567') + 1, D(2) ** 100)
attempt(lambda: D('abc'))
attempt(lambda: D(0) / 0)
attempt(lambda: D(1) + 1.5)
attempt(lambda: D([1]))
attempt(lambda: D(-1).sqrt())
attempt(lambda: D(None))
attempt(lambda: int(D('inf')))
