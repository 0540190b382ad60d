import numpy as np

names = np.array(["cat", "é", ""])
np.save("names.npy", names)
back = np.load("names.npy")
print(repr(back), back.dtype == names.dtype, (back == names).all())
np.savez("both.npz", names=names, raw=np.array([b"q", b"rs"]), numbers=np.arange(3))
with np.load("both.npz") as both:
    print(sorted(both.files), repr(both["raw"]), both["numbers"], both["names"][1])
rng = np.random.RandomState(3)
print(rng.choice(names[:2], 4), rng.permutation(["a", "b", "c"]))
rng.shuffle(names)
print(names, np.vectorize(len)(names), np.vectorize(str.upper)(names))
