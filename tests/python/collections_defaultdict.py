from collections import defaultdict


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


groups = defaultdict(list)
for word in 'the quick brown fox jumps over the lazy dog'.split():
    groups[len(word)].append(word)
print(groups)
print(sorted(groups.items()), groups.default_factory, isinstance(groups, dict))
counts = defaultdict(int, {'x': 1}, y=2)
counts['z'] += 5
print(counts, counts.copy(), counts | {'q': 1}, counts.get('nope'), 'nope' in counts)
nested = defaultdict(lambda: defaultdict(int))
nested['a']['b'] += 1
print({key: dict(value) for key, value in nested.items()})
attempt(lambda: defaultdict(None)['k'])
attempt(lambda: defaultdict(3))
attempt(lambda: defaultdict(int, 1, 2))
