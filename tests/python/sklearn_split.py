import numpy as np
from sklearn.model_selection import train_test_split
X = np.arange(20).reshape(10, 2)
y = np.arange(10)
a, b, c, d = train_test_split(X, y, test_size=0.3, random_state=42)
print(a, b, c, d)
a, b = train_test_split(X, random_state=0)
print(a.shape, b)
a, b, c, d = train_test_split(X, y, test_size=2, shuffle=False)
print(b, d)
a, b, c, d = train_test_split(X, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], test_size=0.4, random_state=1, stratify=[0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
print(c, d, type(c))
np.random.seed(5)
print(train_test_split(y, test_size=0.2)[1], train_test_split(list("abcdef"), train_size=0.5, random_state=3))
for kw in ({"test_size": 1.5}, {"test_size": 20}, {"test_size": 0.9, "train_size": 0.9}):
    try:
        train_test_split(X, y, **kw)
    except ValueError as e:
        print(e)
try:
    train_test_split(X, y[:5])
except ValueError as e:
    print(e)
