# What is written in one go, and what goes the longer way.
import json
from collections import OrderedDict
data = {'a': [1, -2.5, 1e100, None, True, False, ''], 'é"\\\n\x01\x7f': {'x': (), 'y': {}, 'z': [[], [{}]]}, 'big': 2 ** 70}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False, indent=2))
print(json.dumps([1, {'k': 'v'}], indent='--'), json.dumps({'a': [1]}, indent=0), json.dumps([], indent=4))
print(json.dumps({'b': 1, 'a': [2]}, sort_keys=True, separators=(',', ':')))
print(json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps(OrderedDict(z=1, y=[2])))
print(json.dumps([float('inf'), float('nan')]), json.dumps('\U0001f600'), json.dumps(10 ** 30))
deep = []
for i in range(100):
    deep = [deep]
print(len(json.dumps(deep)), json.dumps({'s': {1}}, default=list))
circle = [1]
circle.append(circle)
for wrong in (circle, {'k': {1}}, {(1,): 2}):
    try:
        print(json.dumps(wrong))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
