import numpy as np

a = np.arange(6).reshape(2, 3)
print([int(x) for x in np.nditer(a)], [int(x) for x in np.nditer(a.T)], [int(x) for x in np.nditer(a, order="F")])
for x in np.nditer(a, op_flags=["readwrite"]):
    x[...] = 2 * x
print(a)
it = np.nditer(a, flags=["multi_index"])
for x in it:
    print(int(x), it.multi_index, end="; ")
print()
it = np.nditer(a, flags=["c_index"])
while not it.finished:
    print(int(it[0]), it.index, end="; ")
    it.iternext()
print()
print([(int(x), int(y)) for x, y in np.nditer([a, np.array([10, 20, 30])])])
it = np.nditer(a, flags=["multi_index"])
print(it.shape, it.ndim, it.nop, it.itersize, len(it), it.iterindex, it.finished)
with np.nditer(a, op_flags=["readwrite"]) as it:
    for x in it:
        x[...] = -x
print(a, [chunk.tolist() for chunk in np.nditer(a, flags=["external_loop"])])
for x in np.nditer(a):
    try:
        x[...] = 1
    except ValueError as error:
        print(error)
    break
