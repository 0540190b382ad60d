from decimal import *
D = Decimal
print(D('3.14159').quantize(D('0.01')), D('2.5').quantize(D('1')), D('2.5').quantize(D('1'), rounding=ROUND_HALF_UP))
print(D('-2.5').quantize(D('1'), ROUND_FLOOR), D('1.001').quantize(D('0.01'), ROUND_UP), D('10').quantize(D('0.01')), D('2.50').to_integral_value())
print([D('-1.15').quantize(D('0.1'), r) for r in (ROUND_DOWN, ROUND_HALF_DOWN, ROUND_CEILING, ROUND_05UP, ROUND_HALF_EVEN)])
print(D(2).sqrt(), D('0.25').sqrt(), D(16).sqrt(), D('1.21').sqrt(), getcontext().prec, getcontext().rounding)
print(f"{D('1234.5'):,.2f}", f"{D('0.5'):.1%}", f"{D('3.14159'):.3f}", f"{D('2'):>8}", f"{D('1.5'):08.2f}", f"{D('12345'):.2e}", f"{D('1.5'):+.1f}")
getcontext().prec = 6
print(D(1) / D(7), D('1234567') + 1, D(10) / 3)
with localcontext() as c:
    c.prec = 50
    print(D(1) / D(7))
print(D(1) / D(7), Context(prec=3).create_decimal('1.2345'))
total = D('19.99') * 3
tax = (total * D('0.0825')).quantize(D('0.01'), rounding=ROUND_HALF_UP)
print(total, tax, total + tax)
