"""Texts made, joined and appended to."""
def f():
    parts = []
    for i in range(300000):
        parts.append(str(i))
    s = ','.join(parts)
    t = ''
    for i in range(200000):
        t += 'ab'
    return len(s), len(t)
print(f())
