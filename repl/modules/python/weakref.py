"""References that other code may take for weak ones: here they keep their object alive."""


class ref:
    """Calling it gives the object."""

    def __init__(self, object, callback=None):
        if isinstance(object, (int, float, str, bytes, tuple, list, dict, type(None))) and not hasattr(
                object, '__dict__'):
            raise TypeError(f"cannot create weak reference to '{type(object).__name__}' object")
        self._object = object

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return isinstance(other, ref) and self._object == other._object

    def __hash__(self):
        return hash(self._object)


ReferenceType = ref


def proxy(object, callback=None):
    return object


class WeakValueDictionary(dict):
    pass


class WeakKeyDictionary(dict):
    pass


class WeakSet(set):
    pass


class finalize:
    def __init__(self, obj, func, /, *args, **kwargs):
        self._call = (func, args, kwargs)
        self.alive = True

    def __call__(self):
        if self.alive:
            self.alive = False
            func, args, kwargs = self._call
            return func(*args, **kwargs)
