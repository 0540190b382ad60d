import numpy as np
from sklearn.preprocessing import StandardScaler, MinMaxScaler, LabelEncoder, OneHotEncoder, LabelBinarizer
X = np.array([[1.0, 10.0], [2.0, 30.0], [3.0, 20.0]])
s = StandardScaler()
Z = s.fit_transform(X)
print(Z, s.mean_, s.scale_, s.transform([[2.0, 20.0]]), s.inverse_transform(Z))
m = MinMaxScaler()
print(m.fit_transform(X), m.fit(X).transform([[4.0, 0.0]]), m.data_min_, m.data_max_)
le = LabelEncoder()
print(le.fit_transform([5, 3, 5, 9]), le.classes_, le.transform([9, 3]), le.inverse_transform([0, 2]))
oh = OneHotEncoder(sparse_output=False)
print(oh.fit_transform([[1], [3], [1]]))
print(LabelBinarizer().fit_transform([1, 0, 2]))
