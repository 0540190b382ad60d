a = [1, 2]
assert len(a) == 2
assert len(a) == 3, "expected three"
