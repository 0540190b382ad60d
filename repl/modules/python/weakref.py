"""References that do not keep their objects."""
from _weakref import getweakrefcount, ref

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


class WeakValueDictionary:
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
        found = self.data[key]()
        if found is None:
            raise KeyError(key)
        return found

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data

    def __iter__(self):
        return iter(list(self.data))

    keys = __iter__

    def values(self):
        return iter([each() for each in list(self.data.values())])

    def items(self):
        return iter([(key, each()) for key, each in list(self.data.items())])

    def get(self, key, default=None):
        found = self.data.get(key)
        return default if found is None else found()

    def pop(self, key, *args):
        if key in self.data:
            return self.data.pop(key)()
        if args:
            return args[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        if key not in self.data:
            self[key] = default
        return self[key]

    def update(self, other=(), /, **kw):
        for key, value in dict(other, **kw).items():
            self[key] = value


class WeakKeyDictionary:
    """A dict that does not keep its keys: an item goes with its key."""

    def __init__(self, dict=None):
        self.data = {}
        for key, value in (dict or {}).items():
            self[key] = value

    def __setitem__(self, key, value):
        data = self.data
        self.data[ref(key, lambda gone: data.pop(gone, None))] = value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        return iter([each() for each in list(self.data)])

    keys = __iter__

    def values(self):
        return iter(list(self.data.values()))

    def items(self):
        return iter([(key(), value) for key, value in list(self.data.items())])

    def get(self, key, default=None):
        return self.data.get(ref(key), default)


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
        return iter([each() for each in list(self.data)])


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
