def primes(n):
    sieve = [True] * (n + 1)
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]:
            for j in range(i * i, n + 1, i): sieve[j] = False
    return [i for i in range(2, n + 1) if sieve[i]]
print(primes(50))
def qs(a): return a if len(a) < 2 else qs([x for x in a[1:] if x < a[0]]) + [a[0]] + qs([x for x in a[1:] if x >= a[0]])
print(qs([5, 3, 8, 1, 9, 2]))
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(48, 36))
memo = {}
def fibm(n):
    if n in memo: return memo[n]
    memo[n] = n if n < 2 else fibm(n - 1) + fibm(n - 2)
    return memo[n]
print(fibm(80), len(memo))
def hanoi(n, a, b, c): return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(6, "A", "B", "C"))
seed = 42
def lcg():
    global seed
    seed = (1103515245 * seed + 12345) % 2 ** 31
    return seed / 2 ** 31
print([round(lcg(), 4) for _ in range(4)])
mat = [[1, 2], [3, 4]]
print([[sum(a * b for a, b in zip(r, c)) for c in zip(*mat)] for r in mat], list(map(list, zip(*mat))))
print("".join(c for c in "A man a plan".lower() if c.isalpha())[::-1], {w: len(w) for w in "a bb ccc".split()})
