"""References that do not keep their objects."""
from _weakref import getweakrefcount, ref
from collections.abc import Mapping as _Mapping, MutableMapping as _MutableMapping

ReferenceType = ref


class proxy:
    """Reads and sets the attributes of an object that it does not keep."""

    def __init__(self, object, callback=None):
        self.__dict__['_ref'] = ref(object, callback)

    def _object(self):
        found = self.__dict__['_ref']()
        if found is None:
            raise ReferenceError('weakly-referenced object no longer exists')
        return found

    def __getattr__(self, name):
        return getattr(self._object(), name)

    def __setattr__(self, name, value):
        setattr(self._object(), name, value)

    def __delattr__(self, name):
        delattr(self._object(), name)

    def __str__(self):
        return str(self._object())

    def __len__(self):
        return len(self._object())

    def __getitem__(self, key):
        return self._object()[key]

    def __iter__(self):
        return iter(self._object())

    def __bool__(self):
        return bool(self._object())


class WeakMethod:
    """A weak reference to a bound method."""

    def __init__(self, meth, callback=None):
        self._self = ref(meth.__self__, callback)
        self._function = meth.__func__

    def __call__(self):
        found = self._self()
        return None if found is None else self._function.__get__(found, type(found))


class _WeakDictionary(_MutableMapping):
    """What the two dictionaries share: they show themselves by their address, and unite as dicts do."""

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def copy(self):
        made = type(self)()
        made.update(self)
        return made

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def __len__(self):
        return len(self.data)

    def keys(self):
        return iter(self)

    __hash__ = None


class WeakValueDictionary(_WeakDictionary):
    """A dict that does not keep its values: an item goes with its value."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __setitem__(self, key, value):
        data = self.data

        def forget(gone):
            if data.get(key) is gone:
                del data[key]
        data[key] = ref(value, forget)

    def __getitem__(self, key):
        if self.data[key]() is None:
            del self.data[key]  # its value has gone: so has the item
        return self.data[key]()

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def __iter__(self):
        return iter([key for key, each in list(self.data.items()) if each() is not None])

    def values(self):
        return iter([value for each in list(self.data.values()) if (value := each()) is not None])

    def items(self):
        return iter([(key, value) for key, each in list(self.data.items()) if (value := each()) is not None])

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        return iter(self.valuerefs())


class WeakKeyDictionary(_WeakDictionary):
    """A dict that does not keep its keys: an item goes with its key."""

    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def __setitem__(self, key, value):
        data = self.data
        self.data[ref(key, lambda gone: data.pop(gone, None))] = value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        return iter([key for each in list(self.data) if (key := each()) is not None])

    def values(self):
        return iter(list(self.data.values()))

    def items(self):
        return iter([(key, value) for each, value in list(self.data.items()) if (key := each()) is not None])

    def keyrefs(self):
        return list(self.data)


class WeakSet:
    """A set that does not keep its members."""

    def __init__(self, data=()):
        self.data = set()
        for each in data:
            self.add(each)

    def add(self, item):
        data = self.data
        self.data.add(ref(item, lambda gone: data.discard(gone)))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for each in list(self.data):
            item = each()
            if item is not None:
                yield item

    def __reduce__(self):
        return type(self), (list(self),)

    def clear(self):
        self.data.clear()

    def pop(self):
        while True:
            if not self.data:
                raise KeyError('pop from empty WeakSet')
            item = self.data.pop()()
            if item is not None:
                return item

    def copy(self):
        return type(self)(self)

    def update(self, other):
        for each in other:
            self.add(each)

    def __ior__(self, other):
        self.update(other)
        return self

    def _kept(self, other, inside):
        found = {ref(each) for each in other}
        return type(self)(each for each in self if (ref(each) in found) == inside)

    def difference(self, other):
        return self._kept(other, False)

    __sub__ = difference

    def difference_update(self, other):
        self.__isub__(other)

    def __isub__(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update([ref(each) for each in other])
        return self

    def intersection(self, other):
        return self._kept(other, True)

    __and__ = intersection

    def intersection_update(self, other):
        self.__iand__(other)

    def __iand__(self, other):
        self.data.intersection_update([ref(each) for each in other])
        return self

    def issubset(self, other):
        return self.data.issubset([ref(each) for each in other])

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset([ref(each) for each in other])

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return self.data == set(map(ref, other))

    __hash__ = None

    def symmetric_difference(self, other):
        made = self.copy()
        made.symmetric_difference_update(other)
        return made

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ixor__(self, other):
        if self is other:
            self.data.clear()
            return self
        for each in list(other):
            if each in self:
                self.discard(each)
            else:
                self.add(each)
        return self

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    __or__ = union

    def isdisjoint(self, other):
        return not self.intersection(other)

    def __repr__(self):
        return repr(self.data)


class finalize:
    """Calls a function when an object goes."""
    _alive = set()

    def __init__(self, obj, func, /, *args, **kwargs):
        self._call = (func, args, kwargs)
        self._ref = ref(obj, self)
        self._alive.add(self)

    def __call__(self, _=None):
        if self._call is not None:
            (func, args, kwargs), self._call = self._call, None
            self._alive.discard(self)
            return func(*args, **kwargs)

    def detach(self):
        """What would have been called, which now is not: (object, function, args, kwargs)."""
        obj = self._ref()
        if self._call is None or obj is None:
            return None
        (func, args, kwargs), self._call = self._call, None
        self._alive.discard(self)
        return obj, func, args, kwargs

    @property
    def alive(self):
        return self._call is not None
