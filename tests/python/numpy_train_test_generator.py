import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(60, 3))
true = np.array([1.5, -2.0, 0.5])
y = x @ true + rng.normal(scale=0.1, size=60)
order = rng.permutation(60)
train, test = order[:45], order[45:]
w, *_ = np.linalg.lstsq(x[train], y[train], rcond=None)
print(np.round(w, 3), train[:5], test[:5])
print(round(float(np.mean((x[test] @ w - y[test]) ** 2)), 5))
normal = np.linalg.inv(x[train].T @ x[train]) @ x[train].T @ y[train]
print(np.allclose(normal, w), np.allclose(np.linalg.solve(x[train].T @ x[train], x[train].T @ y[train]), w))
batches = [order[i:i + 16] for i in range(0, 60, 16)]
print([len(b) for b in batches], batches[-1][:4])
boot = np.array([y[rng.integers(0, 60, 60)].mean() for _ in range(100)])
print(np.percentile(boot, [2.5, 97.5]).round(4))
weights = rng.standard_normal((3, 4)) * np.sqrt(2 / 3)
print(weights.shape, weights.std().round(4), np.linalg.norm(weights).round(4))
labels = rng.choice(3, size=10, p=[0.5, 0.3, 0.2])
print(labels, np.eye(3)[labels][:2], np.bincount(labels, minlength=3))
