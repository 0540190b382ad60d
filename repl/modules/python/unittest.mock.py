"""unittest.mock: objects that stand for others and remember how they were used."""
from _mock_calls import ANY, DEFAULT, call, sentinel, _Call, _Calls, _deleted, _missing, _words

FILTER_DIR = True


class InvalidSpecError(Exception):
    """Indicates that an invalid value was used as a mock spec."""


_magic = ('lt gt le ge int contains len enter exit iter bool str float complex hash index call trunc floor ceil round '
          'getitem setitem delitem next reversed missing divmod neg pos abs invert').split()
_operators = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'.split()
_all_magic = {f'__{name}__' for name in _magic + _operators + ['i' + n for n in _operators] +
              ['r' + n for n in _operators] + ['aenter', 'aexit', 'aiter', 'anext', 'fspath', 'eq', 'ne', 'repr', 'dir',
                                              'format', 'sizeof']}
_returns = {'__hash__': lambda self: object.__hash__(self), '__str__': lambda self: object.__str__(self),
            '__sizeof__': lambda self: object.__sizeof__(self), '__fspath__':
            lambda self: f'{type(self).__name__}/{self._mock_name}/{id(self)}'}
_constants = {'__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented,
              '__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j,
              '__float__': 1.0, '__bool__': True, '__index__': 1, '__aexit__': False}


def _is_exception(value):
    return isinstance(value, BaseException) or (isinstance(value, type) and issubclass(value, BaseException))


class NonCallableMock:
    """An object whose attributes are such objects, and which remembers how it was used."""

    def __new__(cls, /, *args, **kwargs):
        # Every mock has a class of its own, so that special methods can be set on it.
        own = type(cls.__name__, (cls,), {'__doc__': cls.__doc__})
        return object.__new__(own)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='',
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        own = self.__dict__
        own['_mock_parent'] = parent
        own['_mock_name'] = name
        own['_mock_new_name'] = _new_name
        own['_mock_new_parent'] = parent if _new_parent is None else _new_parent
        own['_mock_sealed'] = False
        own['_mock_unsafe'] = unsafe
        if spec_set is not None:
            spec = spec_set
        own['_spec_set'] = spec_set is not None
        own['_spec_class'] = None
        own['_mock_methods'] = None
        if spec is not None:
            if not isinstance(spec, (list, tuple)):
                own['_spec_class'] = spec if isinstance(spec, type) else type(spec)
                spec = dir(spec)
            own['_mock_methods'] = list(spec)
        own['_mock_children'] = {}
        own['_mock_wraps'] = wraps
        own['_mock_return_value'] = DEFAULT
        own['_mock_side_effect'] = None
        own['_mock_magics'] = {}
        self.reset_mock()
        if kwargs:
            self.configure_mock(**kwargs)

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets all calls."""
        visited = visited or []
        if id(self) in visited:
            return
        visited.append(id(self))
        own = self.__dict__
        own['called'] = False
        own['call_args'] = None
        own['call_count'] = 0
        own['mock_calls'] = _Calls()
        own['call_args_list'] = _Calls()
        own['method_calls'] = _Calls()
        if return_value:
            own['_mock_return_value'] = DEFAULT
        if side_effect:
            own['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if isinstance(child, NonCallableMock) and child is not _deleted:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        made = own['_mock_return_value']
        if isinstance(made, NonCallableMock) and made is not self:
            made.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Sets attributes; dots reach attributes of attributes."""
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *path, last = name.split('.')
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        """Makes a mock an attribute of this one."""
        mock.__dict__.update(_mock_parent=None, _mock_new_parent=None, _mock_name='', _mock_new_name=None)
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        own = self.__dict__
        own['_spec_set'] = spec_set
        own['_spec_class'] = None if isinstance(spec, list) else spec if isinstance(spec, type) else type(spec)
        own['_mock_methods'] = spec if isinstance(spec, list) else dir(spec)

    @property
    def return_value(self):
        made = self.__dict__['_mock_return_value']
        if made is DEFAULT:
            made = self._get_child_mock(_new_parent=self, _new_name='()')
            self.__dict__['_mock_return_value'] = made
        return made

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        _adopt(self, value, None, '()')

    @property
    def side_effect(self):
        return self.__dict__['_mock_side_effect']

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = iter(value)
        self.__dict__['_mock_side_effect'] = value

    def __getattr__(self, name):
        if name in ('_mock_methods', '_mock_children', '_spec_class'):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _all_magic:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        if not self._mock_unsafe and name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant '
                                 'to be an attribute.')
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            if self._mock_sealed:
                raise AttributeError(f'{self._full_name()}.{name}')
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        return child

    def __setattr__(self, name, value):
        if name in ('return_value', 'side_effect'):
            object.__setattr__(self, name, value)
            return
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _all_magic:
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            self._mock_magics[name] = value
            if isinstance(value, NonCallableMock):
                _adopt(self, value, None, name)
                setattr(type(self), name, _passes(value))
            else:
                setattr(type(self), name, value)
            return
        if self._mock_sealed and name not in self.__dict__ and name not in self._mock_children:
            raise AttributeError(f'Cannot set {self._full_name()}.{name}')
        if _adopt(self, value, name, name):
            self._mock_children[name] = value
        self.__dict__[name] = value

    def __delattr__(self, name):
        if name in _all_magic and name in type(self).__dict__:
            delattr(type(self), name)
            self._mock_magics.pop(name, None)
            return
        known = self._mock_children.get(name, _missing)
        if known is _deleted:
            raise AttributeError(name)
        self.__dict__.pop(name, None)
        self._mock_children[name] = _deleted

    def __dir__(self):
        names = list(self._mock_methods) if self._mock_methods is not None else dir(type(self))
        children = [name for name, child in self._mock_children.items() if child is not _deleted]
        return sorted({*names, *self.__dict__, *children})

    def _full_name(self, calls='()'):
        parts, mock, seen = [], self, set()
        while mock is not None and id(mock) not in seen:
            seen.add(id(mock))
            parent = mock._mock_new_parent
            if parent is None:
                parts.append(mock._mock_name or 'mock')
                break
            parts.append(mock._mock_new_name)
            mock = parent
        text = parts[-1]
        for part in reversed(parts[:-1]):
            text += part if part.startswith('()') else f'.{part}'
        return text

    def __repr__(self):
        own = type(self).__mro__[1].__name__
        name = self._full_name()
        shown = '' if name in ('mock', 'mock.') else f' name={name!r}'
        spec = ''
        if self._spec_class is not None:
            spec = f' spec{"_set" if self._spec_set else ""}={self._spec_class.__name__!r}'
        return f"<{own}{shown}{spec} id='{id(self)}'>"

    def _get_child_mock(self, /, **kwargs):
        if self._mock_sealed:
            raise AttributeError(f'{self._full_name()}{kwargs.get("_new_name", "")}')
        kind = type(self).__mro__[1]
        if kind is AsyncMock or kind in (NonCallableMock, NonCallableMagicMock):
            kind = {NonCallableMock: Mock, NonCallableMagicMock: MagicMock}.get(kind, kind)
        return kind(**kwargs)

    # ---- What the tests ask ----

    def _name_of_calls(self):
        return self._mock_name or 'mock'

    def _call_text(self, args, kwargs):
        return f'{self._name_of_calls()}({_words(args, kwargs)})'

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._name_of_calls()}' to not have been called. "
                                 f'Called {self.call_count} times.{self._shown_calls()}')

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._name_of_calls()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name_of_calls()}' to have been called once. "
                                 f'Called {self.call_count} times.{self._shown_calls()}')

    def _shown_calls(self):
        return f'\nCalls: {self.mock_calls!r}.' if self.mock_calls else ''

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {self._call_text(args, kwargs)}\n  Actual: not '
                                 'called.')
        if self.call_args != _Call((args, kwargs), two=True):
            raise AssertionError(f'expected call not found.\nExpected: {self._call_text(args, kwargs)}\n'
                                 f'  Actual: {self._call_text(*self.call_args)}')

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name_of_calls()}' to be called once. "
                                 f'Called {self.call_count} times.{self._shown_calls()}')
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.call_args_list:
            raise AssertionError(f'{self._call_text(args, kwargs)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        wanted = list(calls)
        if not any_order:
            if wanted not in self.mock_calls:
                raise AssertionError(f'Calls not found.\nExpected: {_Calls(calls)!r}' +
                                     (f'\n  Actual: {self.mock_calls!r}' if self.mock_calls else ''))
            return
        left, missing = list(self.mock_calls), []
        for each in wanted:
            if each in left:
                left.remove(each)
            else:
                missing.append(each)
        if missing:
            raise AssertionError(f'{self._name_of_calls()!r} does not contain all of {tuple(missing)!r} in its call '
                                 f'list, found {self.mock_calls!r} instead')


def _adopt(parent, value, name, new_name):
    """A mock without a parent that is set as an attribute belongs to the mock from then on."""
    if not isinstance(value, NonCallableMock) or value._mock_parent is not None or value._mock_new_parent is not None \
            or value._mock_name or value is parent:
        return isinstance(value, NonCallableMock)
    own = value.__dict__
    if name:
        own['_mock_parent'] = parent
        own['_mock_name'] = name
    own['_mock_new_parent'] = parent
    own['_mock_new_name'] = new_name
    return True


def _passes(mock):
    """A special method that calls a mock."""
    def method(self, /, *args, **kwargs):
        return mock(*args, **kwargs)
    return method


class CallableMixin:
    def __call__(self, /, *args, **kwargs):
        self._note_call(args, kwargs)
        return self._result(args, kwargs)

    def _note_call(self, args, kwargs):
        own = self.__dict__
        own['called'] = True
        own['call_count'] += 1
        own['call_args'] = _Call((args, kwargs), two=True)
        own['call_args_list'].append(own['call_args'])
        own['mock_calls'].append(_Call(('', args, kwargs)))
        # The parents hear of it, too, each by the name that the call has for it.
        name, new_name = self._mock_name if self._mock_parent is not None else None, self._mock_new_name
        parent, seen = self._mock_new_parent, {id(self)}
        method = self._mock_parent is not None
        while parent is not None and id(parent) not in seen:
            seen.add(id(parent))
            parent.mock_calls.append(_Call((new_name, args, kwargs)))
            if method:
                parent.method_calls.append(_Call((name, args, kwargs)))
                method = parent._mock_parent is not None
                if method:
                    name = f'{parent._mock_name}.{name}'
            if parent._mock_new_name:
                dot = '' if new_name.startswith('()') else '.'
                new_name = parent._mock_new_name + dot + new_name
            parent = parent._mock_new_parent

    def _result(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self.__dict__['_mock_return_value'] is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A mock that can be called."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 **kwargs):
        NonCallableMock.__init__(self, spec, wraps, name, spec_set, **kwargs)
        self.__dict__['_mock_return_value'] = return_value
        if return_value is not DEFAULT:
            _adopt(self, return_value, None, '()')
        self.side_effect = side_effect


def _magic_method(name):
    """A special method that makes its mock when first used."""
    def method(self, /, *args, **kwargs):
        mock = self._mock_magics.get(name)
        if mock is None:
            mock = self._magic_mock(name)
        return mock(*args, **kwargs)
    method.__name__ = name
    return method


class MagicMixin:
    def _magic_mock(self, name):
        mock = MagicMock(name=name, parent=self, _new_name=name, _new_parent=self)
        if name in _constants:
            mock.__dict__['_mock_return_value'] = _constants[name]
        elif name in _returns:
            mock.__dict__['_mock_return_value'] = _returns[name](self)
        elif name == '__iter__':
            mock.side_effect = lambda: iter([])
        elif name == '__eq__':
            mock.side_effect = lambda other: self is other or NotImplemented
        elif name == '__ne__':
            mock.side_effect = lambda other: False if self is other else NotImplemented
        self._mock_magics[name] = mock
        return mock

    def __getattribute__(self, name):
        if name[:2] == '__' and name in _shown_magics:
            made = object.__getattribute__(self, '__dict__').get('_mock_magics')
            if made is not None:
                if name in made:
                    return made[name]
                if name in type(self).__mro__[1].__dict__ or any(name in c.__dict__ for c in type(self).__mro__[1:3]):
                    return self._magic_mock(name)
        return object.__getattribute__(self, name)


_default_magics = {f'__{name}__' for name in _magic + _operators + ['i' + n for n in _operators] if name not in (
    'call', 'missing', 'reversed', 'hash', 'str', 'next')} | {'__enter__', '__exit__', '__fspath__'}


class MagicMock(MagicMixin, Mock):
    """A mock with all special methods."""


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with all special methods that cannot be called."""


_shown_magics = _default_magics | {'__str__', '__hash__'}
for _name in sorted(_shown_magics):
    for _class in (MagicMock, NonCallableMagicMock):
        setattr(_class, _name, _magic_method(_name))


class AsyncMock(MagicMixin, Mock):
    """A mock whose calls are awaited."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = self.__dict__
        own['await_count'] = 0
        own['await_args'] = None
        own['await_args_list'] = _Calls()

    def __call__(self, /, *args, **kwargs):
        self._note_call(args, kwargs)
        return self._awaited(args, kwargs)

    async def _awaited(self, args, kwargs):
        own = self.__dict__
        own['await_count'] += 1
        own['await_args'] = _Call((args, kwargs), two=True)
        own['await_args_list'].append(own['await_args'])
        try:
            result = self._result(args, kwargs)
        except StopIteration:
            raise StopAsyncIteration from None
        return await result if type(result).__name__ == 'coroutine' else result

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f'Expected {self._name_of_calls()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._name_of_calls()} to have been awaited once. Awaited '
                                 f'{self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(f'Expected await: {self._call_text(args, kwargs)}\nNot awaited')
        if self.await_args != _Call((args, kwargs), two=True):
            raise AssertionError(f'expected await not found.\nExpected: {self._call_text(args, kwargs)}\n  Actual: '
                                 f'{self._call_text(*self.await_args)}')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.await_args_list:
            raise AssertionError(f'{self._call_text(args, kwargs)} await not found')

    def assert_has_awaits(self, calls, any_order=False):
        left, missing = list(self.await_args_list), []
        if not any_order:
            if list(calls) not in self.await_args_list:
                raise AssertionError(f'Awaits not found.\nExpected: {_Calls(calls)!r}\n'
                                     f'Actual: {self.await_args_list!r}')
            return
        for each in calls:
            if each in left:
                left.remove(each)
            else:
                missing.append(each)
        if missing:
            raise AssertionError(f'{tuple(missing)!r} not all found in await list')

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f'Expected {self._name_of_calls()} to not have been awaited. '
                                 f'Awaited {self.await_count} times.')


class PropertyMock(Mock):
    """A mock that is a property of a class."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, **kwargs):
    """A mock with the attributes of another object, whose calls take what the other takes."""
    from inspect import signature
    made = MagicMock(spec=spec, name=_name or getattr(spec, '__name__', None), **kwargs)
    if isinstance(spec, type) or not callable(spec):
        return made
    try:
        takes = signature(spec)
    except (TypeError, ValueError):
        return made

    def check(*args, **kwargs):
        takes.bind(*args, **kwargs)
        return DEFAULT
    made.side_effect = check
    return made


def seal(mock):
    """No more attributes are made."""
    mock.__dict__['_mock_sealed'] = True
    for child in mock._mock_children.values():
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)


def mock_open(mock=None, read_data=''):
    """A mock of open: files hold read_data."""
    import io
    empty = b'' if isinstance(read_data, bytes) else ''
    mock = MagicMock(name='open') if mock is None else mock
    handle = MagicMock()
    store = {}

    def fresh(*args, **kwargs):
        store['file'] = io.BytesIO(read_data) if empty == b'' else io.StringIO(read_data)
        return DEFAULT

    def reads(name):
        def read(*args, **kwargs):
            if getattr(handle, name).__dict__['_mock_return_value'] is not DEFAULT:
                return getattr(handle, name).return_value
            return getattr(store['file'], name)(*args, **kwargs)
        return read
    fresh()
    for name in ('read', 'readline', 'readlines'):
        getattr(handle, name).side_effect = reads(name)
    handle.write.return_value = None
    handle.__enter__ = MagicMock(return_value=handle)
    handle.__iter__ = MagicMock(side_effect=lambda: iter(store['file'].readlines()))
    mock.side_effect = fresh
    mock.return_value = handle
    return mock


from _mock_patch import patch
