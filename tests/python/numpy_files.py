import numpy as np
a = np.arange(6, dtype="float32").reshape(2, 3)
np.save("a.npy", a)
b = np.load("a.npy")
print(b, b.dtype, np.array_equal(a, b))
np.save("c", np.array([1, 2]))
print(np.load("c.npy"))
np.savez("d.npz", x=a, y=np.arange(3))
d = np.load("d.npz")
print(sorted(d.files), d["x"].shape, d["y"], "x" in d)
with np.load("d.npz") as f: x_train, y_train = f["x"], f["y"]
print(x_train.shape, y_train.dtype)
np.savez_compressed("e.npz", a)
print(np.load("e.npz")["arr_0"].sum())
