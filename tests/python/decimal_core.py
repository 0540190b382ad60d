# decimal: long and short numbers under every rounding, quotients that end and that do not, mixed operands, copies, pickles.
import copy
import pickle
from decimal import *
from numbers import Number

numbers = [Decimal(text) for text in ("0", "-0.00", "7", "-2.5", "19.995", "1e20", "123456789012345678901234567890.125",
                                      "-9.999999999999999999999999999999", "3E-25", "0.1", "-1234.5678E+3", ".5", "+6.", "1_000.5")]
roundings = (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP)
for rounding in roundings:
    for prec in (3, 28, 40):
        with localcontext() as context:
            context.prec, context.rounding = prec, rounding
            print(rounding, prec, *[a + b for a, b in zip(numbers, numbers[1:])], *[-a for a in numbers[:4]])
            print(*[a * b for a, b in zip(numbers, numbers[2:])], *[a - a for a in numbers[:3]], *[+a for a in numbers[6:8]])
            print(*[a / b for a, b in zip(numbers, numbers[2:]) if b], Decimal(1) / 3, Decimal(2) / 7, Decimal(10**30) / 7, 1 / Decimal(8))
        print(*[a.quantize(Decimal("0.01"), rounding=rounding) for a in numbers[:5]], *[a.to_integral_value(rounding) for a in numbers[3:7]])
for a in numbers:
    print(repr(a), a.adjusted(), a.as_tuple()[::2], a.is_signed(), a.is_zero(), a.is_finite(), a.is_nan(), a.is_infinite(), bool(a), abs(a), f"{a:.2f}",
          [a < b for b in numbers].count(True), a == int(a), hash(a) == hash(int(a)) if a == int(a) else a.normalize(), int(a), round(a / 10 ** 9, 1))
print(Decimal("10") / 4, Decimal("1.00") / 2, Decimal(6000) / 100, Decimal("1e3") / 8, 7 // Decimal(2), Decimal(-7) % 3, divmod(Decimal(7), 2), 2 ** Decimal(3))
print(Decimal(1) == 1.0, Decimal("0.1") == 0.1, Decimal("0.1") < 0.2, 3 > Decimal("2.9"), Decimal(True), max(numbers), min(numbers), sum(numbers[:6]))
print(Decimal(0.1), Decimal.from_float(-2.5), Decimal((1, (1, 2, 3), -2)), Decimal("  12 "), Decimal("１２"), Decimal("1" * 70), Decimal("1e-12345678901"))
print(copy.copy(numbers[3]) == numbers[3], copy.deepcopy([numbers[4]]), pickle.loads(pickle.dumps({"a": numbers[6], "b": Decimal("-Infinity")})))
print(isinstance(numbers[0], Number), Decimal("-0").copy_abs(), numbers[3].copy_negate(), numbers[3].__reduce__()[1], Decimal("0E-7").sqrt())


class Money(Decimal):
    def __str__(self):
        return f"{self:.2f} EUR"


price = Money("12.5")
print(price, price * 2, type(price + 1).__name__, Money(price) == price, price > 12)
for source in ("Decimal('1.2.3')", "Decimal('')", "Decimal('e5')", "Decimal('1e')", "Decimal([1])", "Decimal(1) + 0.5", "Decimal(1) < 'a'", "Decimal(1) / 0",
               "Decimal(0) / 0", "Decimal('nan') < 1", "Decimal('inf') - Decimal('inf')", "Decimal(5).quantize(Decimal('1e-40'))", "Decimal(1).quantize(1, 'UP')",
               "Decimal(1.5).to_integral_value('x')", "Decimal('inf').quantize(1)", "Decimal(1) << 2", "Decimal(1).quantize(1, None, 5)", "Decimal('inf').as_integer_ratio()",
               "Decimal(10 ** 40) // 3", "Decimal('nan').as_integer_ratio()", "Decimal('-0.75').as_integer_ratio()", "~Decimal(1)"):
    try:
        print(source, repr(eval(source)))
    except Exception as error:
        print(source, type(error).__name__, error)
