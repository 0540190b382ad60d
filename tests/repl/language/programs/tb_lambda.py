fs = [lambda v: v / 0]
print([f(1) for f in fs])
