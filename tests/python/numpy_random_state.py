import numpy as np

np.random.seed(3)
np.random.randn()
state = np.random.get_state()
print(state[0], state[1][:3], state[1].dtype, state[2:])
first = np.random.randn(3)
np.random.set_state(state)
print((first == np.random.randn(3)).all())
r = np.random.RandomState(8)
kept = r.get_state(legacy=False)
print(sorted(kept), kept["bit_generator"], kept["state"]["pos"])
a = r.permutation(5)
r.set_state(kept)
print((a == r.permutation(5)).all())
np.random.seed([1, 2, 3])
print(np.random.rand())
np.random.seed(np.array([7]))
print(np.random.rand())
for bad in (lambda: np.random.seed(-1), lambda: np.random.seed(1.5), lambda: np.random.seed([]),
            lambda: np.random.seed([[1, 2]]), lambda: np.random.seed(2**32), lambda: np.random.seed([-1])):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
