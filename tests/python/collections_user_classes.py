from collections import UserDict, UserList, UserString


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


class Numbers(UserList):
    def total(self):
        return sum(self.data)


d = Upper(a=1)
d['b'] = 2
print(d, d['A'], len(d), 'B' in d, sorted(d.keys()), d.get('zz', 0), d.pop('A'), d, d | {'c': 3}, d.copy())
n = Numbers([1, 2, 3])
n.append(4)
print(n, n.total(), n[1:], n + [9], len(n), n.index(3), type(n[0:1]).__name__, n * 2, 3 in n, n == [1, 2, 3, 4])
n.extend([7])
n.insert(0, 5)
n.sort(reverse=True)
print(n, n.pop(), n.count(7), n.copy())
n.remove(5)
n.reverse()
print(n, UserString('abc').upper(), UserString('abc') + 'd', len(UserString('xy')))
