import numpy as np

a = np.arange(6.0).reshape(2, 3)
for attempt in [
    lambda: np.linalg.inv([[1, 2], [2, 4]]), lambda: np.linalg.inv(a), lambda: np.linalg.inv([1, 2]),
    lambda: np.linalg.det(a), lambda: np.linalg.cholesky([[1, 2], [2, 1]]), lambda: np.linalg.solve(np.eye(2), [1, 2, 3]),
    lambda: np.linalg.solve(np.eye(2), np.ones((3, 2))), lambda: np.linalg.eig([[np.nan, 1], [1, 2]]),
    lambda: np.linalg.lstsq(a, [1, 2, 3]), lambda: np.linalg.qr(a, "economy"), lambda: np.linalg.svd([1, 2]),
    lambda: np.linalg.inv(np.eye(2, dtype=np.float16)), lambda: np.linalg.matrix_power(np.eye(2), 1.5),
    lambda: np.linalg.eigh(np.eye(2), "X"), lambda: np.linalg.multi_dot([a]), lambda: np.linalg.cond(np.zeros((0, 0))),
    lambda: np.linalg.lstsq([1, 2], [1, 2]), lambda: np.linalg.matrix_power(a, 2),
]:
    try:
        print("no error", attempt())
    except np.linalg.LinAlgError as error:
        print("LinAlgError:", error)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(issubclass(np.linalg.LinAlgError, ValueError), np.linalg.inv(np.zeros((0, 0))).shape)
