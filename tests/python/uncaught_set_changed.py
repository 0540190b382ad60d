# A set that changes while it is walked says so, and an iterator that met it once says so again.
s = {1, 2, 3}
it = iter(s)
print(next(it))
s.add(10)
for turn in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(turn, e)
t = frozenset([5, 6])
print(sorted(t), [x for x in t])
u = {1}
for x in u:
    u.add(x + 1)
