# JSON of plain values with default separators, and what is not plain inside of them.
import json
from collections import OrderedDict

class Number(int):
    pass

for value in ({'a': [1, -2.5, 1e20, None, True], 'é"\\\n\x7f': ()}, [[[]], {}], [10 ** 20, Number(3)], {1: 2, None: 'x'},
              OrderedDict(b=1, a=[2]), ['a', ('b', {'c': 'd'})], [float('inf'), float('nan')], -0.0, '\U0001f600\u20ac'):
    print(json.dumps(value), json.dumps(value, ensure_ascii=False), json.dumps(value, separators=(',', ':')))
circle = [1]
circle.append({'again': circle})
for bad in (circle, {'a': {1, 2}}, {(1, 2): 3}, [object]):
    try:
        print(json.dumps(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(json.dumps([{1, 2}], default=sorted), len(json.dumps(eval('[' * 90 + ']' * 90))))
