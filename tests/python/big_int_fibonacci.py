def fibonacci(n):
    p, q = 0, 1
    for _ in range(n):
        p, q = q, p + q
    return p
print(fibonacci(300))
x = 1
for i in range(100):
    x = x * 7 + i
print(x, x % 1000, x // 10**80)
def digits_of_e(count):
    unit = 10**(count + 10)
    total, term, k = 0, unit, 0
    while term:
        total += term
        k += 1
        term //= k
    return total // 10**10
print(digits_of_e(60))
n = 27
steps = 0
while n != 1:
    n = 3 * n + 1 if n & 1 else n >> 1
    steps += 1
print(steps)
print((10**2000 * 3**5000) // 10**1990 % 10**15)
big = 12345678901234567890
big += 1; big *= 2; big -= 5; big //= 3; big %= 10**18; big **= 2; big <<= 5; big >>= 3; big |= 1; big &= ~2; big ^= 7
print(big)
