class Missing(Exception):
    pass
def find(d, k):
    try:
        return d[k]
    except KeyError:
        return None
def check(n):
    if n % 3 == 0:
        raise Missing(n)
    return n
d = {i: i for i in range(0, 1000, 2)}
hits = misses = 0
for turn in range(100):
    for i in range(1000):
        if find(d, i) is None:
            misses += 1
        try:
            hits += check(i)
        except Missing as e:
            misses += e.args[0]
        finally:
            hits += 1
print(hits, misses)
