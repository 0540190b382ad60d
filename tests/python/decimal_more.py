# decimal: what kind of number it is, contexts as objects.
from decimal import Context, Decimal, ROUND_DOWN, ROUND_HALF_UP

for text in ("1.50", "-0", "Infinity", "NaN", "-12E+3"):
    d = Decimal(text)
    print(d, d.is_finite(), d.is_infinite(), d.is_nan(), d.is_signed(), d.is_zero())
print(Decimal.from_float(0.1), Decimal.from_float(3))
print(Decimal("2").min(Decimal("-3")), Decimal("2").max(Decimal("7")), Decimal("NaN").min(Decimal(4)))
context = Context(prec=5)
print(context.divide(Decimal(1), Decimal(3)), context.sqrt(Decimal(2)))
print(Context(rounding=ROUND_DOWN).quantize(Decimal("2.789"), Decimal("0.1")),
      Context(rounding=ROUND_HALF_UP).quantize(Decimal("2.75"), Decimal("0.1")))
