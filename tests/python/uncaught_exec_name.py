ns = {'a': 1}
exec('b = a + 1', ns)
print(ns['b'])
print(eval('a + b', ns))
print(eval('max(a, b)', ns))
print(sorted(k for k in ns if not k.startswith('_')))
print(eval('[i for i in range(b)]', ns))
exec('print(a)\nprint(c)', ns)
