# Every scaler of columns, there and back.
import numpy as np
from sklearn.preprocessing import (Binarizer, MaxAbsScaler, MinMaxScaler, Normalizer, RobustScaler, StandardScaler,
                                   binarize, maxabs_scale, minmax_scale, normalize, robust_scale, scale)

X = np.array([[1.0, -2.0, 10.0, 5.0], [2.0, 0.0, 20.0, 5.0], [4.0, 3.0, 35.0, 5.0], [8.0, 1.0, 60.0, 5.0]])
for scaler in (StandardScaler(), StandardScaler(with_std=False), MinMaxScaler(), MinMaxScaler((-1, 1), clip=True),
               MaxAbsScaler(), RobustScaler(), RobustScaler(quantile_range=(10.0, 90.0)),
               RobustScaler(with_centering=False)):
    out = scaler.fit_transform(X)
    print(scaler, out.shape, np.allclose(scaler.inverse_transform(out), X))
    print(out.round(4)[1:3])
s = StandardScaler().fit(X)
print(s.mean_, s.var_, s.scale_, s.n_samples_seen_, s.n_features_in_)
m = MinMaxScaler().fit(X)
print(m.data_min_, m.data_max_, m.data_range_, m.scale_, m.min_)
print(m.transform([[0.0, 0.0, 0.0, 0.0]]))
r = RobustScaler().fit(X)
print(r.center_, r.scale_, MaxAbsScaler().fit(X).max_abs_)
s = StandardScaler()
for part in (X[:2], X[2:]):
    s.partial_fit(part)
print(s.mean_, s.var_.round(6), s.n_samples_seen_)
print(Normalizer().fit_transform(X)[0], Normalizer(norm='l1').transform(X)[1], normalize(X, norm='max')[2])
print(normalize(X, axis=0)[0].round(5), Binarizer(threshold=2.5).fit_transform(X)[2], binarize([[0.2, 0.8]], threshold=0.5))
print(scale(X)[0].round(5), minmax_scale(X[:, 0]), maxabs_scale(X)[1], robust_scale(X)[3])
print(StandardScaler().fit_transform(X.astype('float32')).dtype, MinMaxScaler().fit_transform([[1], [3], [2]]).T)
