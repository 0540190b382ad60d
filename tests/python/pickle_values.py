import pickle
values = [None, True, 7, -300, 70000, 2.5, "tëxt", b"\x00\x01", [1, [2]], (), (1,), (1, 2, 3, 4), {"a": 1, "b": [2]}, {1, 2}, frozenset([3])]
for v in values:
    data = pickle.dumps(v)
    back = pickle.loads(data)
    print(repr(back), type(back).__name__, back == v, len(data))
print(pickle.dumps([1, "a"]), pickle.dumps({"k": (1, 2)}), pickle.loads(pickle.dumps("x", protocol=2)))
with open("p.pkl", "wb") as f:
    pickle.dump({"epoch": 3}, f)
    pickle.dump([1, 2], f)
with open("p.pkl", "rb") as f: print(pickle.load(f), pickle.load(f))
loop = [1]; loop.append(loop)
back = pickle.loads(pickle.dumps(loop))
print(back[1] is back, pickle.DEFAULT_PROTOCOL, pickle.HIGHEST_PROTOCOL)
print(pickle.loads(b"(dp0\nS'a'\np1\n(lp2\nI1\naF2.5\nas."), pickle.loads(b"\x80\x02X\x01\x00\x00\x00aq\x00."))
