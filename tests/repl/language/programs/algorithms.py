def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            for j in range(i * i, n + 1, i): flags[j] = False
    return [i for i, f in enumerate(flags) if f]
print(sieve(50))
def quick(l):
    if len(l) <= 1: return l
    p, *rest = l
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])
print(quick([3, 6, 1, 8, 2, 9, 2]))
def perms(items):
    if not items: yield []
    for i in range(len(items)):
        for p in perms(items[:i] + items[i + 1:]): yield [items[i]] + p
print(list(perms([1, 2, 3])))
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(48, 18))
counts = {}
for ch in 'mississippi': counts[ch] = counts.get(ch, 0) + 1
print(counts, sorted(counts, key=lambda k: (-counts[k], k)))
def matmul(a, b): return [[sum(x * y for x, y in zip(row, [r[j] for r in b])) for j in range(len(b[0]))] for row in a]
print(matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
def hanoi(n, a='A', b='B', c='C'): return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(8))
class Stack:
    def __init__(self): self._items = []
    def push(self, x): self._items.append(x); return self
    def pop(self): return self._items.pop()
    def __len__(self): return len(self._items)
s = Stack().push(1).push(2)
print(len(s), s.pop(), len(s))
text = 'the quick brown fox'
print(' '.join(w.capitalize() for w in text.split()), text[::-1], {len(w) for w in text.split()} == {3, 5})
