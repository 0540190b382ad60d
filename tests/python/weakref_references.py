import gc
import weakref


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Node:
    pass


o = Node()
log = []
r = weakref.ref(o)
s = weakref.ref(o, lambda gone: log.append(gone() is None))
print(r() is o, r == weakref.ref(o), weakref.getweakrefcount(o))
del o
print(r(), s(), log)
values = weakref.WeakValueDictionary()
z = Node()
values['k'] = z
print(len(values), values['k'] is z, 'k' in values)
del z
print(len(values), values.get('k'))
z = Node()
members, keys = weakref.WeakSet([z]), weakref.WeakKeyDictionary()
keys[z] = 5
print(len(members), z in members, keys[z])
del z
print(len(members), len(keys))
z = Node()
z.v = 3
end = weakref.finalize(z, print, 'final', 1)
proxy = weakref.proxy(z)
print(end.alive, proxy.v)
del z
print(end.alive)
c = Node()
c.me = c
cycle = weakref.ref(c)
del c
print(gc.collect() >= 1, cycle(), gc.isenabled())
attempt(lambda: proxy.v)
attempt(lambda: weakref.ref(5))
