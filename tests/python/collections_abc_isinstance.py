from collections import Counter, deque
from collections.abc import (Callable, Collection, Container, Generator, Hashable, Iterable, Iterator, Mapping,
                             MutableMapping, MutableSequence, Reversible, Sequence, Set, Sized)
kinds = (Hashable, Iterable, Iterator, Sequence, MutableSequence, Mapping, MutableMapping, Set, Callable, Sized,
         Container, Collection, Reversible, Generator)
for x in ([], (), {}, set(), 'a', 3, range(3), (i for i in []), len, None, deque(), Counter()):
    print(type(x).__name__, [kind.__name__ for kind in kinds if isinstance(x, kind)])
print(issubclass(list, Sequence), issubclass(dict, Mapping), issubclass(int, Hashable), issubclass(str, MutableSequence))
