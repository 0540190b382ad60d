"""Abstract base classes: ABC and abstractmethod."""
from _class_hooks import set_plainly as _set_plainly

_registered = {}


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
    names = {name for name, value in cls.__dict__.items() if _is_abstract(value)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    _set_plainly(cls, '__abstractmethods__', frozenset(names))
    return cls


def _refuse_abstract(cls):
    names = cls.__abstractmethods__
    if names:
        word = 'method' if len(names) == 1 else 'methods'
        raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract {word} "
                        + ', '.join(sorted(names)))


def _is_subclass(cls, subclass):
    if cls in subclass.__mro__:
        return True
    hook = cls.__subclasshook__(subclass)
    if hook is not NotImplemented:
        return hook
    for each in _registered.get(cls, ()):
        if issubclass(subclass, each):
            return True
    for each in cls.__subclasses__():
        if issubclass(subclass, each):
            return True
    return False


class ABC:
    """A class derived from it cannot be instantiated while it has abstract methods."""
    __abstractmethods__ = frozenset()

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        update_abstractmethods(cls)

    def __new__(cls, *args, **kwargs):
        if cls.__abstractmethods__:
            _refuse_abstract(cls)
        return super().__new__(cls)

    @classmethod
    def register(cls, subclass):
        """Counts a class as derived from this one."""
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        _registered.setdefault(cls, []).append(subclass)
        return subclass

    @classmethod
    def __subclasshook__(cls, subclass):
        return NotImplemented

    @classmethod
    def _class_instancecheck_(cls, instance):
        return _is_subclass(cls, type(instance))

    @classmethod
    def _class_subclasscheck_(cls, subclass):
        return _is_subclass(cls, subclass)


class abstractproperty(property):
    """A property that derived classes have to define."""
    __isabstractmethod__ = True


ABCMeta = type
