import numpy as np

s = np.array(["a", "bb"])
print(repr(s + "!"), repr("<" + s), repr(s + s), repr(np.add(s, ["x", "yyy"])))
print(repr(np.concatenate([s, ["long"]])), repr(np.append(s, "z")), repr(np.stack([s, s])))
print(repr(np.hstack([s, s])), repr(np.vstack([s, s])), repr(np.repeat(s, 2)), repr(np.tile(s, 2)))
print(repr(np.concatenate([s, [1.5]])), repr(np.roll(s, 1)), repr(np.flip(s)), repr(s.reshape(2, 1).T))
print(repr(np.full((2, 2), "ab")), repr(np.where([True, False], s, "none")))
for make in (lambda: s - 1, lambda: np.abs(s), lambda: s.max(), lambda: s.sum(), lambda: np.sqrt(s), lambda: s * 2):
    try:
        make()
    except TypeError as error:
        print(type(error).__name__, error)
