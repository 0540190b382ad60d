import numpy as np
print(np.array([1, 2, 3]), np.array([1.5, 2]), np.array([[1, 2], [3, 4]]), np.array([True, False]))
print(np.zeros(3), np.ones((2, 3)), np.full((2, 2), 7), np.full(3, 1.5), np.eye(3), np.identity(2))
print(np.arange(5), np.arange(2, 10, 3), np.arange(0, 1, 0.25), np.arange(5.0))
print(np.arange(5, 0, -1), np.arange(3, dtype=np.float32))
print(np.linspace(0, 1, 5), np.linspace(0, 10, 4, endpoint=False))
print(np.linspace(1, 2, 3, dtype="float32"), np.linspace(0, 1, 3, retstep=True))
print(np.zeros_like([1, 2]), np.ones_like(np.zeros((2, 2), dtype="float32")))
