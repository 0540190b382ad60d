import random
random.seed(4)
people = [{"name": "n%d" % random.randrange(10000), "age": random.randrange(90)} for i in range(6000)]
total = 0
for turn in range(12):
    people.sort(key=lambda p: p["name"])
    people.sort(key=lambda p: (p["age"], p["name"]), reverse=True)
    pairs = sorted(((p["age"], i) for i, p in enumerate(people)), key=lambda t: -t[0])
    total += pairs[turn][1] + min(people, key=lambda p: p["name"])["age"]
print(total, people[0], people[-1])
