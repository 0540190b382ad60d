# Signatures with annotations, and which parameter gets which argument.
import functools
import inspect
from typing import List, Optional

def f(a, b: int = 2, *rest, c: 'text' = None, **more) -> List[int]:
    pass

s = inspect.signature(f)
print(s, repr(s), s.return_annotation, s.parameters['b'].annotation, s.parameters['b'], repr(s.parameters['rest']))
b = s.bind(1, 5, 6, c=3, z=4)
print(b, b.arguments, b.args, b.kwargs)
b = s.bind(1)
b.apply_defaults()
print(b, s.bind_partial().arguments, s.bind(1) == s.bind(1))

def g(x: Optional[float], /, y: list[int] = [], *, z) -> None:
    pass

print(inspect.signature(g), inspect.signature(g) == inspect.signature(f))
for arguments, keywords in (((), {}), ((1,), {}), ((1, 2, 3), {'z': 1}), ((1,), {'z': 1, 'q': 2}), ((1, 2), {'y': 1})):
    try:
        inspect.signature(g).bind(*arguments, **keywords)
    except TypeError as e:
        print(e)

@functools.wraps(g)
def wrapped(*args, **kwargs):
    pass

print(inspect.signature(wrapped), inspect.signature(wrapped, follow_wrapped=False))
print(s.replace(return_annotation=int), s.replace(parameters=[]), s.parameters['b'].replace(default=7))

class C:
    def __init__(self, n: int, *, k='v'):
        pass

    def m(self, other: 'C') -> 'C':
        pass

print(inspect.signature(C), inspect.signature(C.m), inspect.signature(C(1).m))
