"""Attributes and mappings that are others for a while: patch and its kin."""
from functools import wraps as _wraps

from _mock_calls import DEFAULT


def _import(path):
    parts = path.split('.')
    thing = __import__(parts[0])
    done = parts[0]
    for part in parts[1:]:
        done += '.' + part
        try:
            thing = getattr(thing, part)
        except AttributeError:
            __import__(done)
            thing = getattr(thing, part)
    return thing


class _patch:
    """Replaces an attribute for a while: a context manager and a decorator."""

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.new_callable = getter, attribute, new, new_callable
        self.spec, self.create, self.spec_set, self.autospec, self.kwargs = spec, create, spec_set, autospec, kwargs
        self.attribute_name = None
        self.additional = []

    def __enter__(self):
        from unittest.mock import AsyncMock, MagicMock, NonCallableMock, create_autospec
        self.target = self.getter()
        name = self.attribute
        own = getattr(self.target, '__dict__', {})
        self.local = name in own
        self.original = own[name] if self.local else getattr(self.target, name, DEFAULT)
        if self.original is DEFAULT and not self.create:
            import builtins
            if not (hasattr(builtins, name) and type(self.target).__name__ == 'module'):
                raise AttributeError(f'{self.target} does not have the attribute {name!r}')
            self.local, self.original = False, getattr(builtins, name)
            self.builtin = True
        new = self.new
        if new is DEFAULT:
            kwargs = dict(self.kwargs)
            if self.autospec is not None and self.autospec is not False:
                new = create_autospec(self.original if self.autospec is True else self.autospec, **kwargs)
            else:
                kind = self.new_callable
                if kind is None:
                    code = getattr(self.original, '__code__', None)
                    kind = AsyncMock if code is not None and code.co_flags & 128 else MagicMock
                if self.spec is not None:
                    kwargs['spec'] = self.original if self.spec is True else self.spec
                if self.spec_set is not None:
                    kwargs['spec_set'] = self.original if self.spec_set is True else self.spec_set
                if isinstance(kind, type) and issubclass(kind, NonCallableMock):
                    kwargs.setdefault('name', name)
                new = kind(**kwargs)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        setattr(self.target, name, new)
        if self.attribute_name is not None:
            more = {self.attribute_name: new} if self.new is DEFAULT else {}
            for each in self.additional:
                entered = each.__enter__()
                if each.new is DEFAULT:
                    more[each.attribute_name] = entered
            return more
        return new

    def __exit__(self, *args):
        for each in reversed(self.additional):
            each.__exit__(*args)
        if self.local and self.original is not DEFAULT:
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
        return False

    def start(self):
        """Replaces the attribute until stop()."""
        made = self.__enter__()
        _started.append(self)
        return made

    def stop(self):
        """Puts the attribute back."""
        if self not in _started:
            return None
        _started.remove(self)
        return self.__exit__(None, None, None)

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self.copy()(getattr(func, name)))
            return func
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        def enter(stack):
            more, kwargs = [], {}
            for each in patched.patchings:
                made = stack.enter_context(each)
                if each.attribute_name is not None:
                    kwargs.update(made)
                elif each.new is DEFAULT:
                    more.append(made)
            return more, kwargs
        from contextlib import ExitStack
        if getattr(getattr(func, '__code__', None), 'co_flags', 0) & 128:
            @_wraps(func)
            async def patched(*args, **keywords):
                with ExitStack() as stack:
                    more, kwargs = enter(stack)
                    return await func(*args, *more, **{**keywords, **kwargs})
        else:
            @_wraps(func)
            def patched(*args, **keywords):
                with ExitStack() as stack:
                    more, kwargs = enter(stack)
                    return func(*args, *more, **{**keywords, **kwargs})
        patched.patchings = [self]
        return patched

    def copy(self):
        other = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                       self.new_callable, self.kwargs)
        other.attribute_name = self.attribute_name
        other.additional = [each.copy() for each in self.additional]
        return other


_started = []


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replaces what a dotted name means."""
    where, dot, attribute = target.rpartition('.') if isinstance(target, str) else ('', '', '')
    if not dot:
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return _patch(lambda: _import(where), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, **kwargs):
    """Replaces an attribute of an object."""
    if isinstance(target, str):
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replaces several attributes of an object."""
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    getter = (lambda: _import(target)) if isinstance(target, str) else (lambda: target)
    parts = []
    for attribute, new in kwargs.items():
        part = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        part.attribute_name = attribute
        parts.append(part)
    parts[0].additional = parts[1:]
    return parts[0]


class _patch_dict:
    """Changes a mapping for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        self.before = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *args):
        self.in_dict.clear()
        self.in_dict.update(self.before)
        return False

    def start(self):
        made = self.__enter__()
        _started.append(self)
        return made

    def stop(self):
        if self in _started:
            _started.remove(self)
            self.__exit__()

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self(getattr(func, name)))
            return func

        @_wraps(func)
        def inner(*args, **keywords):
            with self:
                return func(*args, **keywords)
        return inner


def _stop_all():
    """Puts back all that start() replaced."""
    for each in reversed(_started[:]):
        each.stop()


patch.object, patch.multiple, patch.dict, patch.stopall = _patch_object, _patch_multiple, _patch_dict, _stop_all
patch.TEST_PREFIX = 'test'
