class Node:
    def __init__(self): self.me = self; self.l = [self]
for i in range(1000): Node()
n = Node()
n.other = Node()
n.other.back = n
del n
class Layer:
    def __init__(self, units): self.units = units; self.w = None
    def build(self, n): self.w = [[0.5] * self.units for _ in range(n)]
    def __call__(self, x): return [sum(a * b for a, b in zip(x, col)) for col in zip(*self.w)]
class Net:
    def __init__(self): self.layers = []
    def add(self, l): self.layers.append(l)
    def predict(self, x):
        for l in self.layers:
            if l.w is None: l.build(len(x))
            x = l(x)
        return x
net = Net()
net.add(Layer(3))
net.add(Layer(1))
print(net.predict([1.0, 2.0]), len(net.layers), [l.units for l in net.layers])
