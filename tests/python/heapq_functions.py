import heapq


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


h = [5, 1, 4, 9, 2]
heapq.heapify(h)
heapq.heappush(h, 0)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 3), heapq.heapreplace(h, 9), h)
print([heapq.heappop(h) for _ in range(len(h))])
print(heapq.nsmallest(2, [3, 1, 2]), heapq.nlargest(2, [3, 1, 2], key=lambda x: -x), heapq.nlargest(0, [1]))
print(list(heapq.merge([1, 4], [2, 3])), list(heapq.merge([4, 1], [3, 2], reverse=True)), list(heapq.merge(['aa', 'b'], ['ccc'], key=len)))
tasks = []
for task in [(3, 'c'), (1, 'a'), (2, 'b')]:
    heapq.heappush(tasks, task)
print([heapq.heappop(tasks)[1] for _ in range(3)])
attempt(lambda: heapq.heappop([]))
attempt(lambda: heapq.heappush((), 1))
attempt(lambda: heapq.heapify('ab'))
attempt(lambda: heapq.heappush([1], 'a'))
