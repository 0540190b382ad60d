# Probabilities where classes are wanted.
import numpy as np
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score

y, p = np.array([0, 1, 1, 0]), np.array([0.2, 0.9, 0.4, 0.1])
print(accuracy_score(y, p > 0.5), confusion_matrix(y, (p > 0.5).astype(int)), f1_score(y, p.round()), y.dtype, len(y))
accuracy_score(y, p)
