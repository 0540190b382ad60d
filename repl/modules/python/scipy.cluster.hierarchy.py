"""scipy.cluster.hierarchy: trees of clusters, their cuts and their drawing."""
import numpy as np
from _scipy_distances import squareform
from _scipy_linkage import linkage


def ward(y):
    """linkage(y, 'ward')"""
    return linkage(y, 'ward')


def leaves_list(Z):
    """The points from left to right."""
    return np.array(_leaves(np.asarray(Z), 2 * len(Z)), dtype=np.int32)


def _leaves(Z, node):
    n, out, stack = len(Z) + 1, [], [node]
    while stack:
        at = stack.pop()
        if at < n:
            out.append(at)
        else:
            stack.append(int(Z[at - n, 1]))
            stack.append(int(Z[at - n, 0]))
    return out


def _numbered(Z, joined):
    """Clusters of the points under the highest joins that hold, numbered from 1 from left to right."""
    n = len(Z) + 1
    out, number, stack = np.zeros(n, dtype=np.int32), 0, [2 * n - 2]
    while stack:
        at = stack.pop()
        if at >= n and not joined[at - n]:
            stack.append(int(Z[at - n, 1]))
            stack.append(int(Z[at - n, 0]))
            continue
        number += 1
        out[_leaves(Z, at)] = number
    return out


def fcluster(Z, t, criterion='inconsistent', depth=2, R=None, monocrit=None):
    """The cluster of each point, from 1 on: at most t of them, or joins up to a distance t."""
    Z = np.asarray(Z, dtype=np.float64)
    highest = np.zeros(len(Z))
    n = len(Z) + 1
    for k in range(len(Z)):
        below = [highest[int(c) - n] for c in Z[k, :2] if c >= n]
        highest[k] = max([Z[k, 2]] + below)
    if criterion == 'distance':
        return _numbered(Z, highest <= t)
    if criterion == 'maxclust':
        for edge in [-1.0] + sorted(set(highest.tolist())):
            found = _numbered(Z, highest <= edge)
            if found.max() <= t:
                return found
    if criterion != 'maxclust':
        raise NotImplementedError("fcluster has the criteria 'distance' and 'maxclust'")


def cophenet(Z, Y=None):
    """The distance at which each pair of points comes together; with Y also its correlation with the distances."""
    Z = np.asarray(Z, dtype=np.float64)
    n = len(Z) + 1
    D, members = np.zeros((n, n)), [[i] for i in range(n)]
    for a, b, between, _ in Z:
        left, right = members[int(a)], members[int(b)]
        D[np.ix_(left, right)] = between
        D[np.ix_(right, left)] = between
        members.append(left + right)
    flat = squareform(D)
    if Y is None:
        return flat
    return np.corrcoef(np.asarray(Y), flat)[0, 1], flat


def dendrogram(Z, p=30, truncate_mode=None, color_threshold=None, get_leaves=True, orientation='top', labels=None,
               count_sort=False, distance_sort=False, show_leaf_counts=True, no_plot=False, no_labels=False,
               leaf_font_size=None, leaf_rotation=None, leaf_label_func=None, show_contracted=False, ax=None,
               above_threshold_color='C0'):
    """Draws the tree; returns its lines, colours and leaves."""
    Z = np.asarray(Z, dtype=np.float64)
    n = len(Z) + 1
    edge = 0.7 * Z[:, 2].max() if color_threshold is None else color_threshold
    stop = set()
    if truncate_mode == 'lastp' and 0 < p < n:
        stop = set(range(n, 2 * n - p))
    elif truncate_mode == 'level':
        level, layer = {2 * n - 2: 0}, [2 * n - 2]
        while layer:
            at = layer.pop()
            if at >= n:
                for child in Z[at - n, :2].astype(int).tolist():
                    level[child] = level[at] + 1
                    layer.append(child)
        stop = {node for node, depth in level.items() if node >= n and depth > p}
    icoord, dcoord, leaves, names, colours = [], [], [], [], []
    counter = [1]

    def walk(node, colour):
        if node < n or node in stop:
            leaves.append(node)
            if node < n:
                names.append(str(node) if labels is None else labels[node])
            else:
                names.append(f'({int(Z[node - n, 3])})' if show_leaf_counts else '')
            if leaf_label_func is not None:
                names[-1] = leaf_label_func(node)
            return 10 * len(leaves) - 5.0, 0.0
        a, b, height, _ = Z[node - n]
        own = colour
        if colour is None and height < edge:
            own = f'C{counter[0]}'
            counter[0] = counter[0] % 9 + 1
        xa, ha = walk(int(a), own)
        xb, hb = walk(int(b), own)
        icoord.append([xa, xa, xb, xb])
        dcoord.append([ha, height, height, hb])
        colours.append(above_threshold_color if own is None else own)
        return (xa + xb) / 2, height
    walk(2 * n - 2, None)
    out = {'icoord': icoord, 'dcoord': dcoord, 'ivl': names, 'leaves': leaves, 'color_list': colours}
    if not no_plot:
        _draw(out, ax, orientation, no_labels)
    return out


def _draw(tree, ax, orientation, no_labels):
    import matplotlib.pyplot as plt
    ax = plt.gca() if ax is None else ax
    sideways = orientation in ('left', 'right')
    for xs, ys, colour in zip(tree['icoord'], tree['dcoord'], tree['color_list']):
        ax.plot(ys if sideways else xs, xs if sideways else ys, color=colour)
    places = [10 * k + 5 for k in range(len(tree['leaves']))]
    if sideways:
        ax.set_yticks([] if no_labels else places)
        ax.set_yticklabels([] if no_labels else tree['ivl'])
        if orientation == 'left':
            ax.invert_xaxis()
    else:
        ax.set_xticks([] if no_labels else places)
        ax.set_xticklabels([] if no_labels else tree['ivl'])
        if orientation == 'bottom':
            ax.invert_yaxis()
