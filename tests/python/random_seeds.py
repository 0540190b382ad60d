import random


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for s in (0, 1, 42, -7, 'hello', b'abc', 3.7, 2 ** 40, 12345678901234567890123, True):
    random.seed(s)
    print(s, random.random(), random.randint(1, 100), random.getrandbits(10), random.getrandbits(40), random.gauss(0, 1))
random.seed(7)
print(random.getrandbits(100), random.randbytes(7), random.getrandbits(0))
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], len(state[1]), state[0], state[2])
r, q = random.Random(3), random.Random(3)
print(r.random() == q.random(), r.random(), isinstance(r, random.Random), r.randint(1, 6), r.choice([1, 2, 3]), r.sample(range(20), 3))


class Dice(random.Random):
    def roll(self):
        return self.randint(1, 6)


print(Dice(1).roll(), [Dice(2).roll() for _ in range(2)])
attempt(lambda: random.seed([1]))
