# Clusters without centres, trees of clusters, distances, and how good clusters are.
import matplotlib.pyplot as plt
import numpy as np
from scipy.cluster import hierarchy
from scipy.cluster.hierarchy import cophenet, dendrogram, fcluster, leaves_list, linkage, ward
from scipy.spatial import distance
from sklearn import metrics
from sklearn.cluster import DBSCAN, AgglomerativeClustering
from sklearn.datasets import make_blobs, make_moons

X, y = make_blobs(n_samples=24, centers=3, random_state=42, cluster_std=1.0)
for method in ('single', 'complete', 'average', 'weighted', 'centroid', 'median', 'ward'):
    Z = linkage(X, method)
    print(method, Z[-3:].round(4).tolist(), fcluster(Z, 3, criterion='maxclust').tolist(), leaves_list(Z)[:5])
print(fcluster(Z, 5.0, criterion='distance'), np.allclose(ward(distance.pdist(X)), Z), round(cophenet(Z, distance.pdist(X))[0], 5), cophenet(Z)[:3].round(4))
d = dendrogram(Z, labels=list(range(24)))
print(d['ivl'], d['color_list'], d['leaves'][:4], np.round(d['dcoord'][:2], 3).tolist(), d['icoord'][:2])
print(dendrogram(Z, truncate_mode='lastp', p=4, no_plot=True)['ivl'], dendrogram(Z, truncate_mode='level', p=1, orientation='left', no_labels=True)['leaves'])
print(hierarchy.dendrogram(Z, orientation='bottom', color_threshold=1, leaf_label_func=str)['ivl'][:3], dendrogram(Z, orientation='right')['leaves'][:2])
plt.close('all')
for link in ('ward', 'complete', 'average', 'single'):
    a = AgglomerativeClustering(n_clusters=3, linkage=link, compute_distances=True)
    print(link, a.fit_predict(X).tolist(), sorted(a.children_[-1].tolist()), a.distances_[-1].round(4), a.n_leaves_)
print(AgglomerativeClustering(n_clusters=None, distance_threshold=8).fit(X).n_clusters_)
M, _ = make_moons(60, noise=0.05, random_state=0)
db = DBSCAN(eps=0.3, min_samples=4).fit(M)
print(db.labels_.tolist(), db.core_sample_indices_[:6], db.components_.shape, DBSCAN(eps=0.1).fit_predict(M)[:9], DBSCAN(metric='manhattan').fit(M, sample_weight=np.ones(60)).labels_.max())
P = X[:4]
for name in ('euclidean', 'sqeuclidean', 'cityblock', 'chebyshev', 'minkowski', 'cosine', 'correlation', 'canberra', 'braycurtis'):
    print(name, distance.pdist(P, name).round(4)[:3], distance.cdist(P[:1], P[2:], name).round(4))
print(distance.squareform(distance.pdist(P[:3])).round(4), distance.squareform(distance.squareform([1.0, 2.0, 3.0])), distance.pdist(P, lambda u, v: 1.0))
print(distance.euclidean([0, 0], [3, 4]), distance.cityblock([1, 2], [4, 6]), round(distance.cosine([1, 0], [1, 1]), 6), distance.chebyshev([1, 2], [4, 9]), distance.minkowski([0, 0], [1, 1], 3))
print(distance.hamming([1, 0, 1], [1, 1, 1]), distance.jaccard([1, 0, 1], [1, 1, 0]), distance.canberra([1, 2], [3, 4]), distance.braycurtis([1, 2], [3, 4]))
print(distance.sqeuclidean([1, 2], [3, 5]), round(distance.correlation([1, 2, 3], [1, 3, 2]), 6), round(distance.mahalanobis([1, 2], [3, 4], np.eye(2)), 6))
labels = fcluster(Z, 4, criterion='maxclust')
for name in ('davies_bouldin_score', 'calinski_harabasz_score'):
    print(name, round(getattr(metrics, name)(X, labels), 6))
for name in ('homogeneity_score', 'completeness_score', 'v_measure_score', 'mutual_info_score', 'normalized_mutual_info_score', 'fowlkes_mallows_score', 'rand_score'):
    print(name, round(getattr(metrics, name)(y, labels), 6), getattr(metrics, name)(y, y))
print(np.round(metrics.homogeneity_completeness_v_measure(y, labels), 5), metrics.cluster.contingency_matrix(y, labels) if False else '')
for call in (lambda: linkage(X, 'x'), lambda: linkage(np.zeros((2, 2, 2))), lambda: linkage([np.nan, 1, 2]), lambda: distance.pdist([1, 2]), lambda: distance.cdist([1], [[1]]),
             lambda: distance.cdist([[1, 2]], [[1]]), lambda: distance.squareform([1, 2]), lambda: distance.pdist(X, 'x'), lambda: distance.euclidean([[1]], [1]),
             lambda: metrics.davies_bouldin_score(X, np.zeros(24)), lambda: AgglomerativeClustering(n_clusters=None).fit(X), lambda: AgglomerativeClustering(metric='l1').fit(X)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error)[:120])
