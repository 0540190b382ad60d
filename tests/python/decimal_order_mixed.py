# Numbers of four kinds in one order, however far apart.
from decimal import Decimal as D
from fractions import Fraction as F

values = [float('-inf'), D('-1e425000000'), -1e308, F(-22, 7), D('-3.14'), -2, 0.0, D('1e-999999'), 1e-320, True, F('1.2'),
          D('1.3'), 1.4, F(275807, 195025), D('1.414213562373095048801688724'), F(114243, 80782), 7e200, D('infinity')]
good = 0
for i, first in enumerate(values):
    for second in values[i + 1:]:
        good += first < second and first <= second and second > first and second >= first
        good += first != second and not first == second
print(good, len(values) * (len(values) - 1))
print(sorted(values, reverse=True)[:4], max(values), min(values))
print(D('1.5') == F(3, 2), F(3, 2) == D('1.5'), D('1.50') == 1.5, D(2) == True + 1, D('0e5') == D('-0'), D('0') < D('1e-9'))
print(D('-5') < F(-9, 2), D('NaN') == F(1, 2), D('1e3').compare(D('999')), D('100') == D('1e2'), D('-1e400') < D('1'))
for action in (lambda: D(1) < 'a', lambda: D(1) < 1j):
    try:
        action()
    except TypeError as error:
        print(error)
