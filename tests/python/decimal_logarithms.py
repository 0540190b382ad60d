# exp, ln, log10, logb and powers that are no whole numbers, to as many digits as the context says.
import decimal
from decimal import Decimal, getcontext

numbers = ["2", "10", "0.5", "1.0000000001", "0.9999999999", "0.99", "123456789.123456789", "1E+50", "3E-70", "0.1", "7", "1.5", "1000", "0.001"]
for text in numbers:
    x = Decimal(text)
    print(text, x.ln(), x.log10(), x.logb())
for text in ["1", "-1", "0.5", "-0.5", "10", "-20.25", "1E-20", "-1E-20", "1000", "0", "2.302585092994045684"]:
    print(text, Decimal(text).exp())
for base, power in [("2", "1.5"), ("4", "1.5"), ("10", "-0.3"), ("0.5", "0.25"), ("1.1", "100.5"), ("2", "1E-30"), ("9", "0.5"), ("1", "0.3"), ("0", "1.5"),
                    ("0", "-1.5"), ("2", "1000000.5"), ("12345.678", "-7.25"), ("Infinity", "1.5"), ("Infinity", "-2"), ("-Infinity", "3"), ("0.5", "Infinity"),
                    ("2", "Infinity"), ("2", "-Infinity"), ("1", "Infinity"), ("NaN", "1.5"), ("Infinity", "0")]:
    print(base, power, Decimal(base) ** Decimal(power))
for digits in (5, 12, 50):
    getcontext().prec = digits
    print(digits, Decimal(2).ln(), Decimal(3).exp(), Decimal(5).log10(), Decimal(2) ** Decimal("0.1"), Decimal(2).sqrt())
getcontext().prec = 28
print(Decimal(1).ln(), Decimal(1).log10(), Decimal("1E+3").log10(), Decimal(0).ln(), Decimal("Infinity").ln(), Decimal("-Infinity").exp())
print(pow(Decimal(2), Decimal("0.5")), 2 ** Decimal("2.5"), Decimal(2) ** 3)
for call in (lambda: Decimal(-1).ln(), lambda: Decimal(-2) ** Decimal("1.5"), lambda: Decimal(0).logb(), lambda: Decimal("1E+9").exp(), lambda: Decimal(-2) ** Decimal("Infinity")):
    try:
        print(call())
    except decimal.DecimalException as error:
        print(type(error).__name__, error)
