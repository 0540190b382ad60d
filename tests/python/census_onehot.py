import numpy as np
def to_one_hot(labels, dimension=10):
    results = np.zeros((len(labels), dimension))
    for i, label in enumerate(labels):
        results[i, label] = 1.
    return results
y = to_one_hot([5, 0, 4])
print(y)
print(y.shape, y[0], np.argmax(y, axis=1), y.sum())
print(np.eye(10)[[5, 0, 4]].astype(int).tolist() == y.astype(int).tolist())
