from decimal import Decimal, ROUND_HALF_UP
total = Decimal("0")
for i in range(6000):
    price = Decimal("19.99") + Decimal(i) / 100
    tax = (price * Decimal("0.0825")).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    total += price + tax
    if total > Decimal("1e9"): break
print(total, f"{total:,.2f}", round(total, 1))
