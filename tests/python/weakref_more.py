# weakref: dictionaries and sets that do not keep, finalizers, methods.
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def hello(self):
        return "hello " + self.name


def gone(reference):
    print("gone", reference is r)


a, b = Thing("a"), Thing("b")
r = weakref.ref(a, gone)
print(r.__callback__.__name__, r().name)
keys = weakref.WeakKeyDictionary()
keys[a], keys[b] = 1, 2
print(sorted(k.name for k in keys), sorted(keys.values()), keys.get(a), keys.get(Thing("c"), 0))
print(sorted((k.name, v) for k, v in keys.items()))
values = weakref.WeakValueDictionary({"a": a})
print(values.setdefault("b", b).name, sorted(values), sorted(v.name for v in values.values()), len(list(values.items())))
print(values.pop("b").name, values.pop("zz", None), "b" in values)
things = weakref.WeakSet([a, b])
things.discard(b)
things.discard(b)
print(len(things), b in things)
things.add(b)
things.remove(b)
try:
    things.remove(b)
except KeyError:
    print("not there")
method = weakref.WeakMethod(a.hello)
print(method()())
ending = weakref.finalize(b, print, "ending")
print(ending.alive, ending.detach()[1] is print, ending.alive, ending.detach())
del a
gc.collect()
print(r() is None, method() is None, len(keys), len(values), len(things))
