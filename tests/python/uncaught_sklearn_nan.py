# Missing values in a model that takes none.
import numpy as np
from sklearn.linear_model import LinearRegression

X, y = np.array([[1.0], [2.0], [3.0]]), np.array([2.0, 4.0, 6.0])
model = LinearRegression().fit(X, y)
print(model.coef_.round(6), model.predict([[5.0]]).round(6), model, X.shape, y.sum())
LinearRegression().fit(np.array([[1.0], [np.nan], [3.0]]), y)
