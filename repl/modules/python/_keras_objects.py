"""The custom objects of Keras: names of the user's classes and functions that files and configurations may hold."""

_custom = {}
_scope = {}  # what holds inside a CustomObjectScope
_registered = {}
_names = {}


def get_custom_objects():
    return _custom


def register_keras_serializable(package='Custom', name=None):
    """A decorator that makes a class or function known to load_model."""
    def decorate(thing):
        full = f'{package}>{name if name is not None else thing.__name__}'
        if isinstance(thing, type) and not hasattr(thing, 'get_config'):
            raise ValueError("Cannot register a class that does not have a get_config() method.")
        _registered[full] = thing
        _names[id(thing)] = full
        return thing
    return decorate


def get_registered_name(obj):
    return _names.get(id(obj), obj.__name__)


def get_registered_object(name, custom_objects=None, module_objects=None):
    for known in (_scope, _custom, _registered, custom_objects or {}, module_objects or {}):
        if name in known:
            return known[name]
    return None


class CustomObjectScope:
    """Names that hold inside a with block."""

    def __init__(self, custom_objects):
        self.custom_objects = custom_objects or {}

    def __enter__(self):
        self.backup = dict(_scope)
        _scope.update(self.custom_objects)
        return self

    def __exit__(self, *exception):
        _scope.clear()
        _scope.update(self.backup)


custom_object_scope = CustomObjectScope


def is_registered(thing):
    return id(thing) in _names
