# Nearest neighbours and k-means.
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs
from sklearn.metrics import adjusted_rand_score, silhouette_samples, silhouette_score
from sklearn.metrics.pairwise import cosine_similarity, euclidean_distances
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor, NearestNeighbors

X, y = make_blobs(n_samples=80, centers=4, cluster_std=1.8, random_state=6)
knn = KNeighborsClassifier(n_neighbors=3).fit(X[:60], y[:60])
print(knn.predict(X[60:]), knn.score(X[60:], y[60:]), knn.predict_proba(X[60:63]).round(4), knn.classes_)
distances, near = knn.kneighbors(X[60:62])
print(distances.round(5), near)
print(KNeighborsClassifier(5, weights='distance', p=1).fit(X[:60], y[:60]).predict_proba(X[60:62]).round(4))
print(KNeighborsRegressor(2).fit(X, X[:, 0]).predict(X[:3]).round(5))
print(NearestNeighbors(n_neighbors=2).fit(X).kneighbors(return_distance=False)[:3].tolist())
means = KMeans(n_clusters=4, random_state=0).fit(X)
print(means.labels_[:20], means.cluster_centers_.round(5), round(means.inertia_, 5), means.n_iter_)
print(means.predict([[0, 0], [-8, -4]]), means.transform(X[:2]).round(4))
again = KMeans(3, n_init=10, random_state=42)
print(again.fit_predict(X)[:20], round(again.inertia_, 5), again)
print(KMeans(n_clusters=2, init=np.array([[0.0, 0.0], [5.0, 5.0]]), n_init=1).fit(X).cluster_centers_.round(4))
print(round(silhouette_score(X, means.labels_), 8), silhouette_samples(X, means.labels_)[:3].round(5), round(adjusted_rand_score(y, means.labels_), 8))
print(euclidean_distances([[0, 0], [3, 4]]), cosine_similarity([[1, 0], [1, 1]]).round(6))
