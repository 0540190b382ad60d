from collections import OrderedDict, deque, defaultdict, Counter


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class LRU:
    def __init__(self, capacity):
        self.data = OrderedDict()
        self.capacity = capacity

    def get(self, key):
        if key not in self.data:
            return -1
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        if len(self.data) > self.capacity:
            self.data.popitem(last=False)


lru = LRU(2)
lru.put(1, 1)
lru.put(2, 2)
print(lru.get(1))
lru.put(3, 3)
print(lru.get(2), lru.get(3), list(lru.data))
graph = defaultdict(list)
for a, b in [('a', 'b'), ('a', 'c'), ('b', 'd'), ('c', 'd')]:
    graph[a].append(b)
queue, seen = deque([('a', 0)]), {'a'}
while queue:
    node, distance = queue.popleft()
    print(node, distance)
    for other in graph.get(node, []):
        if other not in seen:
            seen.add(other)
            queue.append((other, distance + 1))


class Doubling(defaultdict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


class Top(Counter):
    def top(self):
        return self.most_common(1)


print(Doubling()['ab'], Doubling(list), Top('aab').top(), Top('aab'), Top('aab') + Top('b'))
attempt(lambda: deque().push)
attempt(lambda: defaultdict(int).foo)
attempt(lambda: OrderedDict().foo)
