from collections import Counter


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


c = Counter('abracadabra')
print(c, c['a'], c['zz'], c.most_common(2), c.total(), sorted(c.elements()), len(c))
c.update('aab')
c.subtract({'a': 3})
print(c, Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=5))
print(Counter(a=3, b=1) & Counter(a=1, b=4), Counter(a=3) | Counter(b=2), +Counter(a=-1, b=2), -Counter(a=-1, b=2))
print(Counter(), Counter([1, 2, 2, 3, 3, 3]), Counter({'x': 2, 'y': 2}), isinstance(c, dict), dict(c))
k = Counter(a=1)
k += Counter(a=2, b=1)
k['q'] += 4
del k['nope']
print(k, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), k > Counter(a=1))
k &= Counter(a=2, q=1)
k |= Counter(z=1)
k -= Counter(q=1)
print(k, k.copy() == k, Counter(a=1) == {'a': 1}, k.most_common(0), Counter('b') >= Counter())
attempt(lambda: Counter.fromkeys('ab'))
attempt(lambda: Counter(5))
attempt(lambda: Counter(a=1) + 3)
