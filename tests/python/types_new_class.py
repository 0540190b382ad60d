# Classes made at run time, namespaces, views of mappings, properties that classes hide.
import abc
import types


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases, **keywords):
        return {'prepared': sorted(keywords)}

    def __new__(cls, name, bases, space, **keywords):
        return super().__new__(cls, name, bases, space)

    def __init__(cls, name, bases, space, **keywords):
        super().__init__(name, bases, space)
        cls.keywords = keywords


made = types.new_class('Made', (int,), {'metaclass': Meta, 'unit': 'cm'}, lambda space: space.update(size=3))
print(made(5) + 1, type(made).__name__, made.prepared, made.keywords, made.size, made.__bases__)
derived = types.new_class('Derived', (made,), {'unit': 'm'})
print(type(derived).__name__, derived.keywords, types.prepare_class('X', (made,))[0].__name__)
class Stands:
    def __mro_entries__(self, bases):
        return (Meta('Empty', (), {}),)


row = types.new_class('Row', (list[int], Stands()))
print(row.__bases__[0], row.__orig_bases__[0])


class Fails:
    def __mro_entries__(self, bases):
        return 5


class Other(type):
    pass


print(len(types.resolve_bases((int, Stands()))), types.resolve_bases((int,)))
for make in (lambda: types.resolve_bases((Fails(),)),
             lambda: types.new_class('X', (made, Other('Y', (), {})))):
    try:
        make()
    except TypeError as e:
        print(e)

space = types.SimpleNamespace(a=1)
space.itself = space
print(space, space == types.SimpleNamespace(a=1))
view = types.MappingProxyType({'a': 1})
print(view | {'b': 2}, {'c': 3} | view, view, types.MappingProxyType[str, int])
try:
    view |= {}
except TypeError as e:
    print(e)


class Colour:
    @types.DynamicClassAttribute
    def name(self):
        """What it is called."""
        return self._name

    @name.setter
    def name(self, value):
        self._name = value

    @name.deleter
    def name(self):
        self._name = None

    only = types.DynamicClassAttribute(None)


red = Colour()
red.name = 'red'
print(red.name, Colour.__dict__['name'].__doc__)
del red.name
print(red.name)
for wrong in (lambda: Colour.name, lambda: red.only, lambda: setattr(red, 'only', 1), lambda: delattr(red, 'only')):
    try:
        wrong()
    except AttributeError as e:
        print('AttributeError', e)


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        pass


class Square:
    pass


token = abc.get_cache_token()
print(Shape.register(Square) is Square, issubclass(Square, Shape), abc.get_cache_token() > token)
try:
    class Sub(Shape):
        pass
    Sub.register(Shape)
except RuntimeError as e:
    print(e)
Shape.area = lambda self: 4
print(abc.update_abstractmethods(Shape)().area())
print(isinstance(Square.__dict__['__dict__'], types.GetSetDescriptorType) if '__dict__' in Square.__dict__ else True)
