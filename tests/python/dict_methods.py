d = {"a": 1, "b": 2}
d["c"] = 3
d.update({"d": 4}, e=5)
d |= {"f": 6}
print(d, len(d), "a" in d, 1 in d, d.get("z"))
print(d.get("z", 0), d["a"])
print(list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("a"), d.pop("zz", None), d.popitem(), d)
print(d.setdefault("b", 9), d.setdefault("q", []), d)
for k, v in d.items():
    print(k, v, end="; ")
print()
del d["b"]
print(d)
