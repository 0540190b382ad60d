import random
random.seed(42)
print(random.random(), random.randint(1, 10), random.uniform(2, 3), random.choice("abcde"))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.sample(items, 4), random.sample([1, 2], 2))
print(random.gauss(0, 1), random.gauss(0, 1), random.gauss(5, 2), random.randrange(10), random.randrange(5, 50, 5))
print(random.choices([1, 2, 3], k=5), random.randint(0, 2 ** 40), random.randint(-5, -5), random.sample(range(1000), 3))
random.seed(-7)
print(random.random(), [random.randint(0, 1) for _ in range(8)])
random.seed(2 ** 40 + 3)
print(random.random(), random.sample(range(30), 8), random.sample(range(200), 8))
for f in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(5, 2)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
