def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    """Text."""
    local = a
    def inner(): return local
    return inner
code = f.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_cellvars)
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__closure__, f.__module__, f.__dict__)
inner = f(1, d=4)
print(inner.__code__.co_freevars, inner.__closure__[0].cell_contents, inner.__qualname__, inner.__code__.co_qualname)
def gen(): yield 1
print(code.co_flags & 12, gen.__code__.co_flags & 32, (lambda x: x).__code__.co_name, code.co_nlocals, code == f.__code__)
print(f.__code__.co_firstlineno, 'print' in compile('print(x)', 'f', 'exec').co_names)
