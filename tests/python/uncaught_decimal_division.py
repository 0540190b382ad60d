from decimal import Decimal
print(Decimal(1) / Decimal(4))
Decimal(1) / Decimal(0)
