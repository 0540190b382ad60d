import numpy as np

v = np.array([3.0, -4.0, 12.0])
m = np.array([[1.0, -2.0], [3.0, 4.0]])
print(np.linalg.norm(v), np.linalg.norm(v, 1), np.linalg.norm(v, np.inf), np.linalg.norm(v, -np.inf))
print(np.linalg.norm(v, 0), np.linalg.norm(v, 3), np.linalg.norm(v, -1), np.linalg.norm([3, 4]))
print(np.linalg.norm(m), np.linalg.norm(m, "fro"), np.linalg.norm(m, "nuc"))
print(np.linalg.norm(m, 1), np.linalg.norm(m, -1), np.linalg.norm(m, np.inf), np.linalg.norm(m, 2), np.linalg.norm(m, -2))
print(np.linalg.norm(m, axis=0), np.linalg.norm(m, axis=1, keepdims=True), np.linalg.norm(m, 1, axis=1))
t = np.arange(8.0).reshape(2, 2, 2)
print(np.linalg.norm(t, axis=(1, 2)), np.linalg.norm(t, 2, axis=(0, 1)), np.linalg.norm(t))
print(np.linalg.vector_norm(t, axis=(0, 1)), np.linalg.matrix_norm(t), np.linalg.norm(np.float32([3, 4])).dtype)
unit = m / np.linalg.norm(m, axis=1, keepdims=True)
print(unit, np.linalg.norm(unit, axis=1))
for bad in (lambda: np.linalg.norm(v, "fro"), lambda: np.linalg.norm(m, 3), lambda: np.linalg.norm(t, 1),
            lambda: np.linalg.norm(m, axis=(0, 0)), lambda: np.linalg.norm(m, axis="x"), lambda: np.linalg.norm(m, "x")):
    try:
        print(bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
