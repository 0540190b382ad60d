import copy
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
import numpy as np
n = np.array([1, 2])
k = copy.deepcopy({'n': n})
n[0] = 5
print(k, copy.copy(n))
P = namedtuple('P', 'x y')
for each in (deque([1, [2]], maxlen=5), defaultdict(list, {'a': [1]}), OrderedDict(a=[1]), Counter('aab'), P(1, [2]),
             {1, 2}, frozenset([1]), (1, [2]), 'str', None, range(3), len, int, ChainMap({'a': [1]})):
    print(copy.copy(each), copy.deepcopy(each))


class Tagged(list):
    pass


s = Tagged([1, [2]])
s.tag = 'x'
d = copy.deepcopy(s)
print(d, d.tag, type(d).__name__, d[1] is s[1], repr(copy.copy(ValueError('a', 1))))
