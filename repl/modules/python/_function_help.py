"""help() of functions and methods that are written in the language."""
import inspect


def text(function):
    bound = inspect.ismethod(function)
    name = function.__name__
    try:
        signature = str(inspect.signature(function))
    except (TypeError, ValueError):
        signature = '(...)'
    lines = [f'Help on {"method" if bound else "function"} {name} in module {function.__module__}:', '']
    line = (name if name != '<lambda>' else '<lambda> lambda ') + signature
    if name == '<lambda>':
        line = '<lambda> lambda ' + signature[1:-1]
    if bound:
        owner = function.__self__
        cls = owner if isinstance(owner, type) else type(owner)
        kind = 'method of builtins.type instance' if isinstance(owner, type) else (
            f'method of {cls.__module__}.{cls.__qualname__} instance')
        line += ' ' + kind
    lines.append(line)
    doc = inspect.getdoc(function)
    if doc:
        lines.extend('    ' + part for part in doc.split('\n'))
    return '\n'.join(lines) + '\n\n'
