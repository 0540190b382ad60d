from itertools import accumulate, count, cycle, islice, repeat
import operator


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(list(islice(count(5), 3)), list(islice(count(0.5, 0.25), 3)), count(3), count(1, 2))
print(list(islice(cycle('ab'), 5)), list(repeat(7, 3)), repeat(1), repeat('x', 2), list(cycle([])))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)))
print(list(accumulate([3, 1, 4], max)), list(accumulate([])), dict(zip('ab', count(1))), list(map(pow, [2, 3], repeat(2))))
print(list(islice('abcdefg', 2)), list(islice('abcdefg', 1, 5, 2)), list(islice('abcdefg', 2, None)), list(islice('abc', None)))
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 0)), list(it))
attempt(lambda: list(islice([1], -1)))
attempt(lambda: islice([1], 1, 2, 0))
attempt(lambda: islice([1]))
attempt(lambda: count('a'))
attempt(lambda: next(iter(accumulate([1, 'a']))) or 'first')
