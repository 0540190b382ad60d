import numpy as np
a = np.arange(6, dtype="float32").reshape(2, 3)
np.save("a.npy", a)
b = np.load("a.npy")
np.save("c", np.array([1, 2]))
np.savez("d.npz", x=a, y=np.arange(3))
d = np.load("d.npz")
with np.load("d.npz") as f: x_train, y_train = f["x"], f["y"]
np.savez_compressed("e.npz", a)
np.savetxt("t.csv", a, delimiter=",", fmt="%.1f")
print(open("t.csv").read())
print(np.loadtxt("t.csv", delimiter=",", dtype="float32"))
try:
    np.load("missing.npy")
except FileNotFoundError as e:
    print(e)
try:
    d["nope"]
except KeyError as e:
    print(e)
print(np.frombuffer(b"\x01\x02\x03\x04", dtype=np.uint8))
print(np.frombuffer(b"\x00\x01\x02\x03", np.uint8, offset=2))
print(np.array([1, 2], "uint8").tobytes(), np.genfromtxt("t.csv", delimiter=",").shape)
