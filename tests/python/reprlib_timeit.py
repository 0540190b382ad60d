import reprlib
import timeit
print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr((1,)))
print(reprlib.repr(set(range(10))), reprlib.repr(10 ** 60), reprlib.repr([[[[[[[[1]]]]]]]]))
short = reprlib.Repr()
short.maxlist = 2
print(short.repr([1, 2, 3]))


class Ring:
    @reprlib.recursive_repr()
    def __repr__(self):
        return f'Ring({self!r})'


print(Ring())
print(timeit.timeit(lambda: None, number=10) >= 0, len(timeit.repeat(lambda: None, repeat=3, number=1)), timeit.default_timer() > 0)
print(timeit.Timer(lambda: None).timeit(number=5) >= 0)
