total = 0
for turn in range(60):
    squares = [x * x for x in range(2000)]
    even = {x: x // 2 for x in squares if x % 2 == 0}
    rest = {x % 97 for x in squares}
    rows = [[i * j for j in range(30)] for i in range(30)]
    flat = [v for row in rows for v in row if v % 3]
    turned = list(zip(*rows))
    total += sum(even.values()) + len(rest) + sum(flat) + turned[3][4]
    total += sum(1 for x in squares if any(x % p == 0 for p in (7, 11, 13)))
print(total)
