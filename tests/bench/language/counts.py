"""A dict of counts."""
def f():
    d = {}
    for i in range(600000):
        k = i * 7919 % 1000
        d[k] = d.get(k, 0) + 1
    w = {}
    for word in ('the quick brown fox jumps over the lazy dog ' * 20000).split():
        if word in w:
            w[word] += 1
        else:
            w[word] = 1
    return len(d), w['the']
print(f())
