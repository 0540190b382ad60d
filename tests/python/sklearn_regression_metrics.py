# Scores of predicted numbers, of one output and of several.
import numpy as np
from sklearn.metrics import (explained_variance_score, max_error, mean_absolute_error, mean_absolute_percentage_error,
                             mean_squared_error, mean_squared_log_error, median_absolute_error, r2_score,
                             root_mean_squared_error)

truth, guess = [3, -0.5, 2, 7], [2.5, 0.0, 2, 8]
for metric in (mean_squared_error, root_mean_squared_error, mean_absolute_error, mean_absolute_percentage_error,
               r2_score, explained_variance_score, median_absolute_error, max_error):
    print(metric.__name__, metric(truth, guess), type(metric(truth, guess)).__name__)
a, b = np.array([[0.5, 1], [-1, 1], [7, -6]]), np.array([[0, 2], [-1, 2], [8, -5]])
for metric in (mean_squared_error, root_mean_squared_error, mean_absolute_error, r2_score):
    print(metric(a, b), metric(a, b, multioutput='raw_values'), metric(a, b, multioutput=[0.3, 0.7]))
print(r2_score(a, b, multioutput='variance_weighted'), r2_score([1, 1], [1, 1]), r2_score([1, 1], [1, 2]))
print(mean_squared_log_error([3, 5, 2.5], [2.5, 5, 4]), mean_squared_error([1, 2], [1, 4], sample_weight=[3, 1]))
print(mean_squared_error(np.float32([1, 2]), np.float32([1.5, 2])), mean_absolute_error([[1], [2]], [[2], [4]]))
try:
    mean_squared_error([1, 2], [1, 2, 3])
except ValueError as error:
    print(error)
