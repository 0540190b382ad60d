# Labels and names that are texts, as arrays.
import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import (LabelBinarizer, LabelEncoder, MultiLabelBinarizer, OneHotEncoder, OrdinalEncoder,
                                   PolynomialFeatures, StandardScaler)

encoder = LabelEncoder().fit(['dog', 'cat', 'bird', 'cat'])
print(encoder.classes_, encoder.inverse_transform([0, 2]), len(encoder.classes_))
hot = OneHotEncoder(sparse_output=False)
rows = [['red', 'S'], ['green', 'L'], ['red', 'M']]
print(hot.fit_transform(rows), hot.categories_)
print(hot.get_feature_names_out(), hot.get_feature_names_out(['colour', 'size']))
print(hot.inverse_transform([[1, 0, 0, 0, 1], [0, 1, 1, 0, 0]]))
print(OrdinalEncoder().fit(rows).inverse_transform([[0, 0], [1, 2]]))
binarizer = LabelBinarizer()
print(binarizer.fit_transform(['yes', 'no', 'yes']).ravel(), binarizer.classes_, binarizer.inverse_transform(np.array([[0], [1]])))
print(MultiLabelBinarizer().fit([{'comedy', 'drama'}, {'drama'}]).classes_)
print(PolynomialFeatures(2).fit([[1, 2]]).get_feature_names_out(['a', 'b']))
columns = ColumnTransformer([('n', StandardScaler(), [0]), ('k', OneHotEncoder(), [1])], remainder='passthrough')
columns.fit(np.array([[1.0, 5, 7], [2.0, 6, 8]]))
print(columns.get_feature_names_out())
X, y = [[0.0], [1.0], [4.0], [5.0]], ['low', 'low', 'high', 'high']
print(KNeighborsClassifier(1).fit(X, y).predict([[0.2], [9.0]]), LogisticRegression().fit(X, y).predict([[0.2], [9.0]]))
try:
    encoder.transform(['fish'])
except ValueError as error:
    print(error)
