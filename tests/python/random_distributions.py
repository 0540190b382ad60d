import random


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


random.seed(7)
print(random.uniform(1, 5), random.triangular(), random.triangular(1, 5, 2), random.normalvariate(0, 1), random.lognormvariate(0, 1))
print(random.expovariate(2), random.gammavariate(2, 3), random.gammavariate(0.5, 1), random.gammavariate(1, 2), random.betavariate(2, 3))
print(random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 4))
print(random.choice('abc'), random.choices('abc', k=5), random.choices([1, 2, 3], weights=[1, 5, 1], k=6), random.choices('ab', cum_weights=[1, 4], k=4))
print(random.sample(range(100), 5), random.sample('abcdef', 3), random.sample(['x', 'y'], counts=[3, 2], k=4), random.sample(range(10 ** 6), 30)[:4])
items = list(range(10))
random.shuffle(items)
print(items, random.randrange(10), random.randrange(5, 50, 5), random.randrange(10, 0, -3))
for wrong in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(5, 1), lambda: random.randrange(0),
              lambda: random.sample({1, 2}, 1), lambda: random.choices([1, 2], weights=[1]), lambda: random.choices([1, 2], weights=[0, 0]),
              lambda: random.choices([1], [1], cum_weights=[1]), lambda: random.gammavariate(0, 1), lambda: random.randrange(1, 5, 0)):
    attempt(wrong)
