"""Abstract base classes: ABC and abstractmethod."""

from _instance_check import set_pattern as _set_pattern

_registered = {}
# How often classes were registered: what was found out of classes before may no longer hold.
_registrations = 0
# More than 0 while a class asks those that derive from it, or are registered with it, whether something is theirs:
# protocols that refuse to be asked say no then.
_asking_others = 0


class _asking:
    def __enter__(self):
        global _asking_others
        _asking_others += 1

    def __exit__(self, *details):
        global _asking_others
        _asking_others -= 1


def abstractmethod(funcobj):
    """Marks a method that derived classes have to define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


def _is_abstract(value):
    if isinstance(value, property):
        return any(_is_abstract(each) for each in (value.fget, value.fset) if each is not None)
    if isinstance(value, (classmethod, staticmethod)):
        return _is_abstract(value.__func__)
    return bool(getattr(value, '__isabstractmethod__', False))


def update_abstractmethods(cls):
    """Finds out which methods of a class are still abstract."""
    if not isinstance(cls, ABCMeta):
        return cls
    names = {name for name, value in cls.__dict__.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    cls.__abstractmethods__ = frozenset(names)
    return cls


class ABCMeta(type):
    """The class of abstract classes: knows abstract methods, and classes that are registered as derived."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        return update_abstractmethods(super().__new__(mcls, name, bases, namespace, **kwargs))

    def __init__(cls, name, bases, namespace, /, **kwargs):
        super().__init__(name, bases, namespace)

    def register(cls, subclass):
        """Counts a class as derived from this one."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        with _asking():
            if issubclass(subclass, cls):
                return subclass
            if issubclass(cls, subclass):
                raise RuntimeError('Refusing to create an inheritance cycle')
        _registrations += 1
        _registered.setdefault(cls, []).append(subclass)
        below = [subclass]
        while below:
            each = below.pop()
            _set_pattern(each, cls)
            below += type.__subclasses__(each)
        return subclass

    def __instancecheck__(cls, instance):
        kind, told = type(instance), instance.__class__
        return cls.__subclasscheck__(told) or told is not kind and cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        if cls in subclass.__mro__:
            return True
        hook = getattr(cls, '__subclasshook__', None)
        if hook is not None:
            answer = hook(subclass)
            if answer is not NotImplemented:
                return answer
        registered, below = _registered.get(cls), cls.__subclasses__()
        if not registered and not below:
            return False
        global _asking_others
        _asking_others += 1
        try:
            for each in registered or ():
                if issubclass(subclass, each):
                    return True
            for each in below:
                if issubclass(subclass, each):
                    return True
            return False
        finally:
            _asking_others -= 1


class ABC(metaclass=ABCMeta):
    """A class derived from it cannot be instantiated while it has abstract methods."""


class abstractproperty(property):
    """A property that derived classes have to define."""
    __isabstractmethod__ = True


def get_cache_token():
    return _registrations


class abstractclassmethod(classmethod):
    """A class method that derived classes have to define."""
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    """A static method that derived classes have to define."""
    __isabstractmethod__ = True
