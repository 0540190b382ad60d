import bisect


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


a = [1, 2, 2, 3]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 5, 0, 2), bisect.bisect_left([], 1))
rows = [(1, 'a'), (3, 'b'), (5, 'c')]
print(bisect.bisect_left(rows, 3, key=lambda r: r[0]), bisect.bisect(rows, 3, key=lambda r: r[0]))
items = [1, 3]
bisect.insort(items, 2)
bisect.insort_left(items, 3)
bisect.insort_right(items, 0)
print(items)
bisect.insort(rows, (4, 'x'), key=lambda r: r[0])
print(rows, ['FDCBA'[bisect.bisect([60, 70, 80, 90], score)] for score in (33, 99, 77, 70, 89, 90, 100)])
attempt(lambda: bisect.bisect([1], 1, -1))
attempt(lambda: bisect.bisect([1], 'a'))
