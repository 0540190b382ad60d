import numpy as np
def numerical_gradient(f, x):
    h = 1e-4
    grad = np.zeros_like(x)
    for idx in range(x.size):
        tmp_val = x[idx]
        x[idx] = float(tmp_val) + h
        fxh1 = f(x)
        x[idx] = tmp_val - h
        fxh2 = f(x)
        grad[idx] = (fxh1 - fxh2) / (2 * h)
        x[idx] = tmp_val
    return grad
def function_2(x): return np.sum(x ** 2)
print(numerical_gradient(function_2, np.array([3.0, 4.0])))
x = np.array([-3.0, 4.0])
for i in range(100): x -= 0.1 * numerical_gradient(function_2, x)
print(x, np.allclose(x, 0, atol=1e-5))
AND = lambda a, b: int(np.sum(np.array([a, b]) * np.array([0.5, 0.5])) - 0.7 > 0)
print([AND(a, b) for a in (0, 1) for b in (0, 1)])
step = np.array([-1.0, 1.0, 2.0]) > 0
print(step, step.astype(int), np.maximum(0, np.array([-1.0, 2.0])))
