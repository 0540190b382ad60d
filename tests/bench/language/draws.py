import random
random.seed(1)
rolls = [random.randint(1, 6) + random.randint(1, 6) for i in range(40000)]
walk = 0
for i in range(40000): walk += random.choice((-1, 1))
inside = sum(random.random() ** 2 + random.random() ** 2 < 1 for i in range(60000))
deck = list(range(52))
for i in range(500): random.shuffle(deck); hand = random.sample(deck, 5)
g = [random.gauss(0, 1) for i in range(20000)]; u = [random.uniform(1, 5) for i in range(20000)]
ch = random.choices("abc", weights=[1, 2, 3], k=20000)
print(sum(rolls), walk, 4 * inside / 60000, hand, sum(g), sum(u), ch.count("c"), random.randrange(100))
