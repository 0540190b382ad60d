# Special methods that are None: the class says that it has none of them. And types with a star.
import typing


class A:
    __iter__ = None
    __contains__ = None
    __reversed__ = None

    def __getitem__(self, i):
        return [][i]


class B(list):
    __iter__ = None
    __contains__ = None


for code in ('list(A())', 'iter(A())', '1 in A()', 'for x in A(): pass', 'reversed(A())', '[*B()]', '1 in B()',
             'list(B([1]))', 'a, b = A()', 'sorted(A())', '[x for x in A()]', 'sum(A())', 'dict(A())', '1 not in A()',
             'list(typing.Optional)', 'list(typing.ClassVar)', 'list(typing.Literal)', 'list(typing.Union[int, str])', 'list(typing.Callable[[int], str])'):
    try:
        exec(code)
        print(code, 'done')
    except TypeError as error:
        print(code, error if 'typing' not in code else 'TypeError')
print([*tuple[int, str]], tuple[*tuple[int, str]], len([*typing.List[int]]))
star, = tuple[int]
print(star.__unpacked__, tuple[int].__unpacked__, star == tuple[int], star.__origin__, star.__args__)
