"""Operators of sets."""
a = set(range(0, 3000, 2))
b = set(range(0, 3000, 3))
words = ("the quick brown fox jumps over the lazy dog " * 3).split()
total = 0
for i in range(600):
    total += len(a & b) + len(a | b) + len(a - b) + len(a ^ b)
    total += len(set(words) & {"the", "fox", "cat"}) + (i in a) + a.issuperset({i, i + 2})
print(total)
