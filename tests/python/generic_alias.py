print(list[int], dict[str, int], tuple[int, ...], int | str, int | None, list[int] | None)
print(type(list[int]), type(int | str), list[int].__origin__, list[int].__args__, (int | str).__args__)
print(list[int] == list[int], hash(list[int]) == hash(list[int]), int | str == str | int, int | int)
print(isinstance(3, int | str), isinstance(None, int | None), issubclass(bool, int | str), list[int]([1, 2]))
class A(list[int]): pass
print(A.__mro__, A([1]), A[int], A.__orig_bases__, set[int] | list[str] | set[int], list.__class_getitem__(int))
for text in ('isinstance(3, list[int])', 'int[3]', 'int | 3', 'str[int]', 'issubclass(int, list[int])'):
    try:
        print(text, eval(text))
    except TypeError as error:
        print(text, error)
