"""What the builtin functions aiter and anext do."""


def aiter(async_iterable, /):
    """An asynchronous iterator."""
    kind = type(async_iterable)
    if not hasattr(kind, '__aiter__'):
        raise TypeError(f"'{kind.__name__}' object is not an async iterable")
    iterator = kind.__aiter__(async_iterable)
    if not hasattr(type(iterator), '__anext__'):
        raise TypeError(f"aiter() returned not an async iterator of type '{type(iterator).__name__}'")
    return iterator


async def _next_or(iterator, default):
    try:
        return await iterator.__anext__()
    except StopAsyncIteration:
        return default


_missing = object()


def anext(async_iterator, default=_missing, /):
    """An awaitable of the next item."""
    kind = type(async_iterator)
    if not hasattr(kind, '__anext__'):
        raise TypeError(f"'{kind.__name__}' object is not an async iterator")
    if default is _missing:
        return kind.__anext__(async_iterator)
    return _next_or(async_iterator, default)
