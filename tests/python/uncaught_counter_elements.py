from collections import Counter
c = Counter(a='x')
print(c)
list(c.elements())
