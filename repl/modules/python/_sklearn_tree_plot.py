"""A decision tree as a figure: a box a node, lines to its children."""
import numpy as np
from sklearn.base import is_classifier


def _number(value, precision):
    """Rounded as scikit-learn writes it."""
    return f'{round(float(value), precision):.{precision}f}'.rstrip('0').rstrip('.') if float(value) != round(
        float(value)) else f'{float(value):.1f}'


def _values(tree, node, classes, precision, proportion):
    value = tree.value[node].reshape(-1)
    if not classes:
        return f'{round(float(value[0]), precision)}'
    counts = value * tree.weighted_n_node_samples[node] if not proportion and value.sum() <= 1 + 1e-9 else value
    if proportion:
        shown = [f'{round(float(v), precision)}' for v in counts]
    else:
        shown = [f'{int(round(float(v)))}' if abs(v - round(float(v))) < 1e-6 else f'{round(float(v), 4)}'
                 for v in counts]
    return '[' + ', '.join(shown) + ']'


def node_text(estimator, node, names, classes, impurity, node_ids, proportion, precision, label='all'):
    """What stands in the box of a node."""
    tree, lines = estimator.tree_, []
    told = label == 'all' or label == 'root' and node == 0
    if node_ids:
        lines.append(f'node #{node}')
    if tree.children_left[node] != -1:
        feature = int(tree.feature[node])
        name = f'x[{feature}]' if names is None else names[feature]
        lines.append(f'{name} <= {round(float(tree.threshold[node]), precision)}')
    if impurity:
        kind = estimator.criterion if isinstance(estimator.criterion, str) else 'impurity'
        lines.append((f'{kind} = ' if told else '') + f'{round(float(tree.impurity[node]), precision)}')
    count = int(tree.n_node_samples[node])
    shown = f'{round(100 * count / float(tree.n_node_samples[0]), 1)}%' if proportion else str(count)
    lines.append(('samples = ' if told else '') + shown)
    lines.append(('value = ' if told else '') + _values(tree, node, is_classifier(estimator), precision, proportion))
    if classes is not None and is_classifier(estimator):
        best = int(np.argmax(tree.value[node].reshape(-1)))
        lines.append(('class = ' if told else '') + (f'y[{best}]' if classes is True else str(classes[best])))
    return '\n'.join(lines)


def plot(estimator, max_depth, names, classes, label, filled, impurity, node_ids, proportion, precision, ax, fontsize):
    import matplotlib.pyplot as plt
    estimator._check_fitted('tree_')
    tree = estimator.tree_
    ax = plt.gca() if ax is None else ax
    places, boxes, leaves = {}, [], [0]

    def walk(node, depth):
        cut = max_depth is not None and depth > max_depth
        if cut or tree.children_left[node] == -1:
            x = leaves[0] + 0.5
            leaves[0] += 1
        else:
            x = (walk(int(tree.children_left[node]), depth + 1) + walk(int(tree.children_right[node]), depth + 1)) / 2
        places[node] = (x, depth, cut)
        return x
    walk(0, 0)
    deepest = max(depth for _, depth, _ in places.values()) + 1
    ax.set_axis_off()
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)

    def at(node):
        x, depth, _ = places[node]
        return x / leaves[0], 1 - (depth + 0.5) / deepest
    for node in sorted(places):
        x, y = at(node)
        text = '\n  (...)  \n' if places[node][2] else node_text(estimator, node, names, classes, impurity, node_ids,
                                                              proportion, precision, label)
        if not places[node][2] and tree.children_left[node] != -1:
            for child in (int(tree.children_left[node]), int(tree.children_right[node])):
                ax.plot([x, at(child)[0]], [y, at(child)[1]], color='black')
        more = {} if fontsize is None else {'fontsize': fontsize}
        boxes.append(ax.text(x, y, text, ha='center', va='center', bbox={'fc': 'white' if not filled else 'lightgray'},
                             **more))
        if node in (int(tree.children_left[0]), int(tree.children_right[0])):
            left = node == int(tree.children_left[0])
            top = at(0)
            boxes.append(ax.text((x + top[0]) / 2, (y + top[1]) / 2, 'True  ' if left else '  False',
                                 ha='right' if left else 'left', va='center', **more))
    return boxes
