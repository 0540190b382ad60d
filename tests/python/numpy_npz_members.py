import numpy as np

a = np.arange(4.0).reshape(2, 2)
np.savez("z", a, b=[1, 2])
z = np.load("z.npz")
print(z, z.files, z["b"], list(z.keys()), "b" in z, len(z))
with np.load("z.npz") as data:
    print(data["arr_0"], {name: array.shape for name, array in data.items()}, [v.sum() for v in data.values()])
    print(data.get("b"), data.get("none"), list(data))
np.savez_compressed("c.npz", x=a, y=a.T)
loaded = np.load("c.npz")
print(sorted(loaded.files), loaded["y"])
np.save("one", a)
print(np.load("one.npy"))
open("text.npy", "w").write("hello")
for attempt in (lambda: z["nope"], lambda: np.load("nope.npy"), lambda: np.load("text.npy")):
    try:
        print(attempt())
    except (KeyError, OSError, ValueError) as error:
        print(type(error).__name__, error)
open("raw.bin", "wb").write(np.arange(4, dtype=np.int16).tobytes())
print(np.fromfile("raw.bin", dtype=np.int16), np.fromfile("raw.bin", dtype=np.int16, count=2, offset=2))
