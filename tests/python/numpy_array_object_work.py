import numpy as np

a = np.array([3, 1, 2], dtype=object)
print(a + 1, a * 2.5, a / 2, a ** 2, -a, abs(a), a // 2, a % 2, 10 - a)
print(a > 1, a == 3, np.array([1, "a", None], dtype=object) == None)
print(a.sum(), a.prod(), a.max(), a.min(), a.mean(), a.argmax(), a.cumsum(), a.any(), a.all())
print(np.sort(a), np.argsort(a), np.unique(a), a.astype(float), a.astype(int).dtype)
print(np.array(["a", "b"], dtype=object) + "c", np.array(["a", "b"], dtype=object).sum())
print(np.array([[1, 2], [3, 4]], dtype=object).sum(axis=0), np.array([[1, 2], [3, 4]], dtype=object).T)
print(a @ a, np.dot(a, [1, 1, 1]), np.maximum(a, 2), np.logical_not(a), a & 1, a | 4, np.square(a))
print(np.concatenate([a, [None]]), np.where(a == 1, "one", a), a[[0, 0]], a[a > 1], np.repeat(a, 2))
for make in (lambda: np.sqrt(a), lambda: np.array([1, None], dtype=object) + 1, lambda: np.isnan(a),
             lambda: np.sort(np.array([1, "a"], dtype=object)), lambda: np.arctan2(a, a)):
    try:
        make()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
