import pickle
class Layer:
    kind = "dense"
    def __init__(self, size):
        self.size = size
        self.weights = [0.5] * size
class Counter:
    def __init__(self): self.n = 1; self.cache = "big"
    def __getstate__(self): return {"n": self.n}
    def __setstate__(self, state): self.n = state["n"] + 1; self.cache = None
class Items(list): pass
layer = pickle.loads(pickle.dumps(Layer(3)))
print(type(layer).__name__, layer.size, layer.weights, layer.kind, isinstance(layer, Layer))
c = pickle.loads(pickle.dumps(Counter())); print(c.n, c.cache)
print(pickle.loads(pickle.dumps(Items([1, 2]))), pickle.loads(pickle.dumps(Layer)) is Layer)
net = {"layers": [Layer(1), Layer(2)]}; net["first"] = net["layers"][0]
back = pickle.loads(pickle.dumps(net)); print(back["first"] is back["layers"][0], [l.size for l in back["layers"]])
for bad in [b"", b"\x80\x04", b"zz", b"\x80\x09."]:
    try: pickle.loads(bad)
    except Exception as error: print(type(error).__name__, error)
for bad in [lambda: pickle.loads("a"), lambda: pickle.dump(1, 5), lambda: pickle.load(5), lambda: pickle.dumps(open(__file__))]:
    try: bad()
    except TypeError as error: print(error)
