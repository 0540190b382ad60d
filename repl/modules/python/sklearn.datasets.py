"""sklearn.datasets: synthetic sets, equal to scikit-learn's for the same random_state, and the sets that lie in an
installed scikit-learn (nnsh ships no data of others)."""
import numpy as np
import _sklearn
from sklearn.utils import _matrix, check_random_state
from sklearn.utils import shuffle as _shuffled
from sklearn.utils._param_validation import invalid
from _sklearn_data import (fetch_20newsgroups, fetch_california_housing, fetch_lfw_people, fetch_olivetti_faces,
                           fetch_openml, load_breast_cancer, load_diabetes, load_digits, load_iris, load_wine)


def _whole(n):
    return isinstance(n, (int, np.integer))


def _rows(values):
    return hasattr(values, '__len__') and not isinstance(values, str)


def make_moons(n_samples=100, *, shuffle=True, noise=None, random_state=None):
    """Two half moons."""
    if _whole(n_samples):
        return _sklearn.make_moons(n_samples, shuffle=shuffle, noise=noise, random_state=random_state)
    outer, inner = n_samples
    a, b = np.linspace(0, np.pi, outer), np.linspace(0, np.pi, inner)
    X = np.vstack([np.append(np.cos(a), 1 - np.cos(b)), np.append(np.sin(a), 1 - np.sin(b) - 0.5)]).T
    return _finished(X, outer, inner, shuffle, noise, random_state)


def make_circles(n_samples=100, *, shuffle=True, noise=None, random_state=None, factor=0.8):
    """A circle in another one."""
    if _whole(n_samples):
        return _sklearn.make_circles(n_samples, shuffle=shuffle, noise=noise, random_state=random_state, factor=factor)
    outer, inner = n_samples
    a, b = np.linspace(0, 2 * np.pi, outer, endpoint=False), np.linspace(0, 2 * np.pi, inner, endpoint=False)
    X = np.vstack([np.append(np.cos(a), np.cos(b) * factor), np.append(np.sin(a), np.sin(b) * factor)]).T
    return _finished(X, outer, inner, shuffle, noise, random_state)


def _finished(X, outer, inner, shuffle, noise, random_state):
    rng = check_random_state(random_state)
    y = np.concatenate([np.zeros(outer, dtype=np.int64), np.ones(inner, dtype=np.int64)])
    if shuffle:
        X, y = _shuffled(X, y, random_state=rng)
    if noise is not None:
        X = X + rng.normal(scale=noise, size=X.shape)
    return X, y


def make_blobs(n_samples=100, n_features=2, *, centers=None, cluster_std=1.0, center_box=(-10.0, 10.0), shuffle=True,
               random_state=None, return_centers=False):
    """Clouds of points."""
    many = 'an int in the range [1, inf) or an array-like'
    for name, value, wanted, holds in (
            ('n_samples', n_samples, many, _rows(n_samples) or _whole(n_samples) and n_samples >= 1),
            ('n_features', n_features, 'an int in the range [1, inf)', _whole(n_features) and n_features >= 1),
            ('centers', centers, 'an int in the range [1, inf), an array-like or None',
             centers is None or _rows(centers) or _whole(centers) and centers >= 1),
            ('cluster_std', cluster_std, 'a float in the range [0.0, inf) or an array-like',
             _rows(cluster_std) or isinstance(cluster_std, (int, float, np.number)) and cluster_std >= 0),
            ('center_box', center_box, "an instance of 'tuple'", isinstance(center_box, tuple))):
        if not holds:
            invalid(name, 'make_blobs', wanted, value)
    if (_whole(n_samples) and (centers is None or _whole(centers)) and not hasattr(cluster_std, '__len__') and
            not return_centers):
        return _sklearn.make_blobs(n_samples, n_features, centers=centers, cluster_std=cluster_std,
                                   low=center_box[0], high=center_box[1], shuffle=shuffle, random_state=random_state)
    rng = check_random_state(random_state)
    count = len(n_samples) if not _whole(n_samples) else 3 if centers is None else centers
    if centers is None or _whole(centers):
        if not _whole(n_samples) and centers is not None:
            raise ValueError(f"Parameter `centers` must be array-like. Got {centers!r} instead")
        centers = rng.uniform(center_box[0], center_box[1], size=(count, n_features))
    else:
        if not _whole(n_samples) and len(centers) != count:
            raise ValueError("Length of `n_samples` not consistent with number of centers. Got n_samples = "
                             f"{n_samples} and centers = {centers}")
        centers = _matrix(centers)
        n_features, count = centers.shape[1], centers.shape[0]
    if hasattr(cluster_std, '__len__'):
        if len(cluster_std) != count:
            raise ValueError("Length of `clusters_std` not consistent with number of centers. Got centers = "
                             f"{centers} and cluster_std = {cluster_std}")
        spreads = list(cluster_std)
    else:
        spreads = [cluster_std] * count
    if _whole(n_samples):
        sizes = [int(n_samples // count) + (1 if i < n_samples % count else 0) for i in range(count)]
    else:
        sizes = [int(n) for n in n_samples]
    parts, labels = [], []
    for i in range(count):
        parts.append(rng.normal(loc=centers[i], scale=spreads[i], size=(sizes[i], n_features)))
        labels.append(np.full(sizes[i], i))
    X, y = np.concatenate(parts), np.concatenate(labels)
    if shuffle:
        X, y = _shuffled(X, y, random_state=rng)
    return (X, y, centers) if return_centers else (X, y)


def _distinct(population, count, rng):
    """Different integers below `population`, drawn as sklearn.utils.random does."""
    ratio = count / population
    if 0.01 < ratio < 0.99:
        return rng.permutation(population)[:count].tolist()
    if ratio < 0.2:
        out = []
        while len(out) < count:
            drawn = int(rng.randint(population))
            while drawn in out:
                drawn = int(rng.randint(population))
            out.append(drawn)
        return out
    out = list(range(count))
    for i in range(count, population):
        drawn = int(rng.randint(0, i + 1))
        if drawn < count:
            out[drawn] = i
    return out


def _corners(count, dimensions, rng):
    """Corners of a cube, all different."""
    if dimensions > 30:
        return np.hstack([rng.randint(2, size=(count, dimensions - 30)), _corners(count, 30, rng)])
    numbers = _distinct(2 ** dimensions, count, rng)
    return np.array([[(n >> (dimensions - 1 - i)) & 1 for i in range(dimensions)] for n in numbers])


def make_classification(n_samples=100, n_features=20, *, n_informative=2, n_redundant=2, n_repeated=0, n_classes=2,
                        n_clusters_per_class=2, weights=None, flip_y=0.01, class_sep=1.0, hypercube=True, shift=0.0,
                        scale=1.0, shuffle=True, random_state=None, return_X_y=True):
    """Classes of clusters at the corners of a cube, with columns that tell nothing."""
    rng = check_random_state(random_state)
    if n_informative + n_redundant + n_repeated > n_features:
        raise ValueError("Number of informative, redundant and repeated features must sum to less than the number of "
                         "total features")
    if n_informative < np.log2(n_classes * n_clusters_per_class):
        raise ValueError(f"n_classes({n_classes}) * n_clusters_per_class({n_clusters_per_class}) must be smaller or "
                         f"equal 2**n_informative({n_informative})={2 ** n_informative}")
    if weights is None:
        shares = [1.0 / n_classes] * n_classes
    else:
        if len(weights) not in (n_classes, n_classes - 1):
            raise ValueError("Weights specified but incompatible with number of classes.")
        shares = [float(w) for w in weights]
        if len(shares) == n_classes - 1:
            shares.append(1.0 - sum(shares))
    useless = n_features - n_informative - n_redundant - n_repeated
    clusters = n_classes * n_clusters_per_class
    sizes = [int(n_samples * shares[k % n_classes] / n_clusters_per_class) for k in range(clusters)]
    for i in range(n_samples - sum(sizes)):
        sizes[i % clusters] += 1
    X = np.zeros((n_samples, n_features))
    y = np.zeros(n_samples, dtype=np.int64)
    centroids = _corners(clusters, n_informative, rng).astype(np.float64) * (2 * class_sep) - class_sep
    if not hypercube:
        centroids = centroids * rng.uniform(size=(clusters, 1))
        centroids = centroids * rng.uniform(size=(1, n_informative))
    X[:, :n_informative] = rng.standard_normal(size=(n_samples, n_informative))
    stop = 0
    for k in range(clusters):
        start, stop = stop, stop + sizes[k]
        y[start:stop] = k % n_classes
        mixing = 2 * rng.uniform(size=(n_informative, n_informative)) - 1
        X[start:stop, :n_informative] = np.dot(X[start:stop, :n_informative], mixing) + centroids[k]
    done = n_informative + n_redundant
    if n_redundant > 0:
        mixing = 2 * rng.uniform(size=(n_informative, n_redundant)) - 1
        X[:, n_informative:done] = np.dot(X[:, :n_informative], mixing)
    if n_repeated > 0:
        repeated = ((done - 1) * rng.uniform(size=n_repeated) + 0.5).astype(np.int64)
        X[:, done:done + n_repeated] = X[:, repeated]
    if useless > 0:
        X[:, n_features - useless:] = rng.standard_normal(size=(n_samples, useless))
    if flip_y >= 0.0:
        flipped = rng.uniform(size=n_samples) < flip_y
        y[flipped] = rng.randint(n_classes, size=int(flipped.sum()))
    if shift is None:
        shift = (2 * rng.uniform(size=n_features) - 1) * class_sep
    X = X + shift
    if scale is None:
        scale = 1 + 100 * rng.uniform(size=n_features)
    X = X * scale
    if shuffle:
        X, y = _shuffled(X, y, random_state=rng)
        order = np.arange(n_features)
        rng.shuffle(order)
        X = X[:, order]
    return X, y


def make_multilabel_classification(*args, **kwargs):
    raise NotImplementedError("make_multilabel_classification is not there")


def make_low_rank_matrix(n_samples=100, n_features=100, *, effective_rank=10, tail_strength=0.5, random_state=None):
    """A matrix whose singular values fall as a bell, with a fat tail."""
    rng = check_random_state(random_state)
    n = min(n_samples, n_features)
    u = np.linalg.qr(rng.standard_normal(size=(n_samples, n)))[0]
    v = np.linalg.qr(rng.standard_normal(size=(n_features, n)))[0]
    place = np.arange(n, dtype=np.float64)
    bell = (1 - tail_strength) * np.exp(-1.0 * (place / effective_rank) ** 2)
    tail = tail_strength * np.exp(-0.1 * place / effective_rank)
    return np.dot(np.dot(u, np.identity(n) * (bell + tail)), v.T)


def make_regression(n_samples=100, n_features=100, *, n_informative=10, n_targets=1, bias=0.0, effective_rank=None,
                    tail_strength=0.5, noise=0.0, shuffle=True, coef=False, random_state=None):
    """A linear model of some of the columns."""
    n_informative = min(n_features, n_informative)
    rng = check_random_state(random_state)
    if effective_rank is None:
        X = rng.standard_normal(size=(n_samples, n_features))
    else:
        X = make_low_rank_matrix(n_samples, n_features, effective_rank=effective_rank, tail_strength=tail_strength,
                                 random_state=rng)
    truth = np.zeros((n_features, n_targets))
    truth[:n_informative, :] = 100 * rng.uniform(size=(n_informative, n_targets))
    y = np.dot(X, truth) + bias
    if noise > 0.0:
        y = y + rng.normal(scale=noise, size=y.shape)
    if shuffle:
        X, y = _shuffled(X, y, random_state=rng)
        order = np.arange(n_features)
        rng.shuffle(order)
        X = X[:, order]
        truth = truth[order]
    y = np.squeeze(y)
    return (X, y, np.squeeze(truth)) if coef else (X, y)


def make_gaussian_quantiles(*, mean=None, cov=1.0, n_samples=100, n_features=2, n_classes=3, shuffle=True,
                            random_state=None):
    """One normal cloud, divided into shells of equal size."""
    if n_samples < n_classes:
        raise ValueError("n_samples must be at least n_classes")
    rng = check_random_state(random_state)
    mean = np.zeros(n_features) if mean is None else np.array(mean)
    X = rng.standard_normal(size=(n_samples, n_features)) * np.sqrt(cov) + mean
    X = X[np.argsort(np.sum((X - mean) ** 2, axis=1))]
    step = n_samples // n_classes
    y = np.concatenate([np.repeat(np.arange(n_classes), step),
                        np.repeat(n_classes - 1, n_samples - step * n_classes)])
    if shuffle:
        X, y = _shuffled(X, y, random_state=rng)
    return X, y


def make_swiss_roll(n_samples=100, *, noise=0.0, random_state=None, hole=False):
    """A rolled-up sheet in three dimensions."""
    rng = check_random_state(random_state)
    if hole:
        corners = np.array([[np.pi * (1.5 + i), j * 7] for i in range(3) for j in range(3) if (i, j) != (1, 1)])
        corner = rng.choice(8, n_samples)
        t, y = corners[corner].T + rng.uniform(size=(2, n_samples)) * np.array([[np.pi], [7]])
    else:
        t = 1.5 * np.pi * (1 + 2 * rng.uniform(size=n_samples))
        y = 21 * rng.uniform(size=n_samples)
    X = np.vstack((t * np.cos(t), y, t * np.sin(t))) + noise * rng.standard_normal(size=(3, n_samples))
    return X.T, t


def make_s_curve(n_samples=100, *, noise=0.0, random_state=None):
    """A sheet bent as an S, in three dimensions."""
    rng = check_random_state(random_state)
    t = 3 * np.pi * (rng.uniform(size=(1, n_samples)) - 0.5)
    X = np.zeros((n_samples, 3))
    X[:, 0] = np.sin(t)[0]
    X[:, 1] = 2.0 * rng.uniform(size=n_samples)
    X[:, 2] = (np.sign(t) * (np.cos(t) - 1))[0]
    X = X + noise * rng.standard_normal(size=(3, n_samples)).T
    return X, np.squeeze(t)
