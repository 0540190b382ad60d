print(sum(1 / v for v in (2, 0)))
