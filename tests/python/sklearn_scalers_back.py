# Scalers undone: one scale serves any number of columns, several must match.
import numpy as np
from sklearn.preprocessing import MaxAbsScaler, MinMaxScaler, RobustScaler, StandardScaler

series = np.arange(5, dtype='float32').reshape(-1, 1) * 3 + 2
for kind in (MinMaxScaler, StandardScaler, MaxAbsScaler, RobustScaler):
    scaler = kind().fit(series)
    scaled = scaler.transform(series)
    # A whole series as one row, as tutorials on time series write it.
    print(kind.__name__, scaler.inverse_transform([scaled[:, 0]]).round(4), scaler.inverse_transform(scaled).dtype)

table = np.array([[1, 10.0, 5], [2, 30, 5], [4, 20, 6]])
for kind in (MinMaxScaler, StandardScaler, MaxAbsScaler, RobustScaler):
    scaler = kind().fit(table)
    scaled = scaler.transform(table)
    kept = scaled.copy()
    print(np.allclose(scaler.inverse_transform(scaled), table), (scaled == kept).all())
    try:
        scaler.inverse_transform(scaled[:, :2])
    except ValueError as problem:
        print(problem)
    try:
        scaler.inverse_transform(scaled[0])
    except ValueError as problem:
        print(str(problem).split('\n')[0])
try:
    MinMaxScaler().inverse_transform(table)
except Exception as problem:
    print(type(problem).__name__, problem)
