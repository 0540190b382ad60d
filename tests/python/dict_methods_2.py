d = {"a": 1, "b": 2}
d["c"] = 3
d.update({"d": 4}, e=5)
d |= {"f": 6}
del d["b"]
e = d.copy()
e.clear()
print(d, e, not e)
print(dict(a=1, b=2), dict([("x", 1)]), {**{"a": 1}, "b": 2}, dict.fromkeys("ab", 0))
print({k: v for k, v in zip("abc", range(3))}, {1: "a", 1.0: "b", True: "c"}, {} == {}, {"a": 1} == {"a": 1.0})
print(d.keys(), d.values(), d.items())
history = {"loss": [0.5, 0.3], "accuracy": [0.8, 0.9]}
print(history, history["loss"][-1], history.keys(), max(history["accuracy"]))
n = {}
for ch in "hello":
    n[ch] = n.get(ch, 0) + 1
print(n, sorted(n.items(), key=lambda kv: -kv[1])[0], {(0, 1): "t"}[0, 1])
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as err:
    print(err)
