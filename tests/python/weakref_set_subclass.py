# Weak references to sets and to instances of classes that derive from set, in either order.
import weakref


class Bag(set):
    pass


class Sack(frozenset):
    def __del__(self):
        print('sack goes', len(self))


gone = []
for make in (set, Bag, frozenset, Sack, set, Bag):
    item = make('gallahad')
    ref = weakref.ref(item, lambda r: gone.append(make.__name__))
    proxy = weakref.proxy(item)
    print(make.__name__, ref() is item, len(proxy), 'g' in proxy)
    item = None
    print(ref(), gone)
    try:
        len(proxy)
    except ReferenceError as error:
        print(error)
