"""Method calls and attributes."""
class Counter:
    def __init__(self, start):
        self.value = start
    def add(self, n):
        self.value += n
        return self
    def get(self):
        return self.value
def f():
    c = Counter(0)
    for i in range(500000):
        c.add(i)
        if c.get() < 0:
            break
    return c.get()
print(f())
