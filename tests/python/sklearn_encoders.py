# Encoders of categories: one-hot columns, numbers, labels in several at once.
import numpy as np
from sklearn.preprocessing import (LabelBinarizer, LabelEncoder, MultiLabelBinarizer, OneHotEncoder, OrdinalEncoder,
                                   label_binarize)

names = ['dog', 'cat', 'bird', 'cat', 'dog']
encoder = LabelEncoder()
numbers = encoder.fit_transform(names)
print(numbers, numbers.dtype)
print(encoder.transform(['cat', 'bird']), LabelEncoder().fit([10, 5, 10, 7]).classes_)
rows = [['red', 'S'], ['green', 'L'], ['red', 'M'], ['blue', 'S']]
hot = OneHotEncoder(sparse_output=False)
print(hot.fit_transform(rows))
print(hot.transform([['blue', 'M']]), hot)
print(OneHotEncoder(drop='first', sparse_output=False, dtype=np.int64).fit_transform(rows))
loose = OneHotEncoder(handle_unknown='ignore').fit(rows)
sparse = loose.transform([['pink', 'S'], ['red', 'L']])
print(sparse)
print(sparse.toarray(), sparse.shape, repr(sparse))
print(OneHotEncoder(sparse_output=False).fit_transform(np.array([[1], [3], [1], [2]])).tolist())
print(OneHotEncoder().fit(np.array([[1, 5], [3, 5]])).categories_)
print(OrdinalEncoder().fit_transform(rows))
ordinal = OrdinalEncoder(categories=[['S', 'M', 'L']], handle_unknown='use_encoded_value', unknown_value=-1)
print(ordinal.fit_transform([['L'], ['S'], ['M']]).ravel(), ordinal.transform([['XL'], ['M']]).tolist())
binarizer = LabelBinarizer()
print(binarizer.fit_transform([1, 2, 6, 4, 2]), binarizer.classes_, binarizer.inverse_transform(np.eye(4)))
print(LabelBinarizer(neg_label=-1).fit_transform(['yes', 'no', 'yes']).T)
print(label_binarize([1, 6, 3], classes=[1, 3, 6]))
several = MultiLabelBinarizer()
print(several.fit_transform([(1, 2), (3,), ()]), several.classes_, several.inverse_transform(np.array([[1, 0, 1]])))
print(MultiLabelBinarizer().fit_transform([{'comedy', 'drama'}, {'drama'}]))
