def gen():
    yield 1
    raise KeyError('inside')
total = 0
for v in gen():
    total += v
