# Dicts and their views: orders, comparisons of what has no hash, changes while something else walks.
print({1:[2]}.items()=={1:[2]}.items(), {1:[2]}.items()!={1:[3]}.items(), {1:[2]}.items()<={1:[2],3:4}.items(), {1:[2]}.items()<{1:[2]}.items(), (1,[2]) in {1:[2]}.items(), {1:2}.items()>={(1,2)}, {1:2}.keys()=={1}, {1:2}.keys()>set(), {1:2}.items()=={(1,2)})
try: {1:[2]}.items()&{1:[2]}.items()
except TypeError as e: print(e)
print(type(frozenset({1})&{1:2}.keys()), type({1:2}.keys()&frozenset({1})), type({1}|{2:3}.keys()), {1:2}.keys()-[1], {1:2,3:4}.items()-{(1,2)})
try: {1}&[1]
except TypeError as e: print(e)
try: print(len(range(2**70)))
except OverflowError as e: print(e)
class K(dict):
    def __iter__(s): return iter(['b','a'])
    def keys(s): return ['b','a']
print(dict(K(a=1,b=2)), {**K(a=1,b=2)}, list(K(a=1,b=2)))
class R(dict):
    def __iter__(s): return reversed(list(dict.keys(s)))
    keys=__iter__
print(dict(R(a=1,b=2)))
class Ev:
    def __init__(s,d): s.d=d
    def __hash__(s): return 1
    def __eq__(s,o): s.d.clear(); return False
d={}; d[Ev(d)]=1
try: {Ev(d):1}.update(d); print('ok')
except RuntimeError as e: print(e)
a={1:2}
try:
    for k in a: a[k+1]=1
except RuntimeError as e: print(e)
try:
    for k in a: del a[k]
except RuntimeError as e: print(e)
s={1}
try:
    for k in s: s.add(k+1)
except RuntimeError as e: print(e)
l1=[1]
class X:
    def __eq__(s,o): l1.clear(); return NotImplemented
l1.append(X()); print(l1==[1,2])
print(dict(a=1)|{'b':2}, {1:2}=={1:2.0}, {}=={}, dict([('a',1)],b=2), dict(zip('ab',[1,2])))
d=dict.fromkeys('abc'); del d['a']; d['a']=1; print(d, list(reversed(d)), d.popitem(), d.pop('zz',5), d.setdefault('q',[]), d.get('nope'))
