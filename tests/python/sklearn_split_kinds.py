# train_test_split with lists, tables of texts, several arrays, and stratified in each form.
import numpy as np
from sklearn.model_selection import train_test_split

X = np.arange(24).reshape(12, 2)
y = [0, 1, 2] * 4
names = [f'n{i}' for i in range(12)]
a, b, c, d, e, f = train_test_split(X, y, names, test_size=0.25, random_state=42)
print(a.tolist(), b.shape, c, d, e, f)
print(train_test_split(range(8), test_size=3, random_state=1), train_test_split(names, train_size=0.5, random_state=0))
print(train_test_split(np.arange(10), test_size=0.3, shuffle=False))
tr, te, ytr, yte = train_test_split(X, y, test_size=6, random_state=5, stratify=y)
print(sorted(ytr), sorted(yte), te[:, 0])
texts = ['a', 'b', 'b', 'a', 'b', 'b', 'a', 'b', 'b', 'a', 'b', 'b']
print(train_test_split(texts, test_size=0.5, random_state=2, stratify=texts))
hot = np.eye(3, dtype=int)[y]
print(train_test_split(hot, test_size=0.25, random_state=9, stratify=hot)[1].tolist())
print([part.shape for part in train_test_split(np.zeros((9, 4, 4, 1)), np.zeros(9), test_size=1 / 3, random_state=3)])
np.random.seed(4)
print(train_test_split(np.arange(6))[1], train_test_split((1, 2, 3, 4), random_state=np.random.RandomState(8)))
for wrong in (lambda: train_test_split(X, test_size=1.5), lambda: train_test_split(X, y[:5]),
              lambda: train_test_split([1, 2], test_size=0.9, train_size=0.9), lambda: train_test_split(),
              lambda: train_test_split([1], test_size=0.5), lambda: train_test_split(X, stratify=y, shuffle=False),
              lambda: train_test_split([1, 2, 3], stratify=[0, 0, 1])):
    try:
        wrong()
    except ValueError as error:
        print(error)
