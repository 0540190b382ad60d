"""sklearn.tree: decision trees, the same node by node as scikit-learn's."""
import numpy as np
import _sklearn_tree as native
from _sklearn_checks import chosen, labels_of, rows_like, rows_of, targets_of
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.utils import check_random_state
from sklearn.utils._param_validation import invalid

_CRITERIA = {'gini': 0, 'entropy': 1, 'log_loss': 1, 'squared_error': 2, 'friedman_mse': 2}


class Tree:
    """The nodes of a tree, as arrays: node 0 is the root, a child of -1 says that there is none."""

    def __init__(self, nodes, n_features, n_classes):
        (self.children_left, self.children_right, self.feature, self.n_node_samples, self.threshold, self.impurity,
         self.weighted_n_node_samples, value, self.max_depth) = nodes
        self.value = value.reshape(len(value), 1, -1)
        self.node_count = self.capacity = len(self.feature)
        self.n_features, self.n_outputs = n_features, 1
        self.n_classes = np.array([n_classes])
        self.max_n_classes = n_classes

    @property
    def n_leaves(self):
        """How many nodes have no children."""
        return int((self.children_left < 0).sum())

    def apply(self, X):
        """The leaf that each row ends in."""
        return native.leaves(np.asarray(X, dtype=np.float32), self.children_left, self.children_right, self.feature,
                             self.threshold)

    def predict(self, X):
        """The values of the leaf that each row ends in."""
        return self.value[self.apply(X), 0]

    def compute_feature_importances(self, normalize=True):
        """How much each feature lessened the impurity."""
        out = np.zeros(self.n_features)
        weight, impurity = self.weighted_n_node_samples.tolist(), self.impurity.tolist()
        left, right, feature = self.children_left.tolist(), self.children_right.tolist(), self.feature.tolist()
        for node in range(self.node_count):
            a, b = left[node], right[node]
            if a >= 0:
                out[feature[node]] += (weight[node] * impurity[node] - weight[a] * impurity[a]
                                       - weight[b] * impurity[b])
        out /= weight[0]
        total = out.sum()
        return out / total if normalize and total > 0.0 else out


def _pruned(tree, alpha):
    """The tree without the branches that lessen the impurity by less than alpha a leaf (cost-complexity pruning)."""
    left, right = tree.children_left.tolist(), tree.children_right.tolist()
    count = tree.node_count
    own = (tree.weighted_n_node_samples * tree.impurity / tree.weighted_n_node_samples[0]).tolist()
    parent, order = [-1] * count, [0]
    for node in order:
        if left[node] >= 0:
            for child in (left[node], right[node]):
                parent[child] = node
                order.append(child)
    leaf = [left[n] < 0 for n in range(count)]
    branch, leaves = [0.0] * count, [0] * count
    for node in range(count):
        if leaf[node]:
            branch[node] = own[node]
            up = parent[node]
            while up >= 0:
                branch[up] += own[node]
                leaves[up] += 1
                up = parent[up]
    inside, open_nodes = [True] * count, [not f for f in leaf]
    while open_nodes[0]:
        costs = [((own[n] - branch[n]) / (leaves[n] - 1), n) for n in range(count) if open_nodes[n]]
        least = min(cost for cost, _ in costs)
        if alpha < least:
            break
        node = next(n for cost, n in costs if cost == least)
        below = [node]
        while below:
            at = below.pop()
            if inside[at]:
                inside[at] = open_nodes[at] = leaf[at] = False
                if left[at] >= 0:
                    below += [left[at], right[at]]
        inside[node] = leaf[node] = True
        fewer, more = leaves[node] - 1, own[node] - branch[node]
        leaves[node], branch[node] = 0, own[node]
        up = parent[node]
        while up >= 0:
            leaves[up] -= fewer
            branch[up] += more
            up = parent[up]
    kept, depth, waiting = [], 0, [(0, -1, False, 0)]
    lefts, rights = [], []
    while waiting:
        node, above, is_left, level = waiting.pop()
        at = len(kept)
        kept.append(node)
        lefts.append(-1)
        rights.append(-1)
        if above >= 0:
            (lefts if is_left else rights)[above] = at
        depth = max(depth, level)
        if not leaf[node]:
            waiting += [(right[node], at, False, level + 1), (left[node], at, True, level + 1)]
    kept, lefts, rights = np.array(kept), np.array(lefts), np.array(rights)
    ends = lefts < 0
    return Tree((lefts, rights, np.where(ends, -2, tree.feature[kept]), tree.n_node_samples[kept],
                 np.where(ends, -2.0, tree.threshold[kept]), tree.impurity[kept], tree.weighted_n_node_samples[kept],
                 tree.value[kept, 0], depth), tree.n_features, tree.max_n_classes)


class BaseDecisionTree(BaseEstimator):
    """What both kinds of trees share."""

    def _grow(self, X, y, classes, sample_weight, random_state):
        n, columns = X.shape
        self._check(columns)
        seed = int(check_random_state(random_state).randint(0, 2147483647))
        leaf = self.min_samples_leaf if isinstance(self.min_samples_leaf, (int, np.integer)) else \
            int(np.ceil(self.min_samples_leaf * n))
        split = self.min_samples_split if isinstance(self.min_samples_split, (int, np.integer)) else \
            max(2, int(np.ceil(self.min_samples_split * n)))
        if self.max_features == 'sqrt':
            most = max(1, int(np.sqrt(columns)))
        elif self.max_features == 'log2':
            most = max(1, int(np.log2(columns)))
        elif self.max_features is None:
            most = columns
        elif isinstance(self.max_features, (int, np.integer)):
            most = int(self.max_features)
        else:
            most = max(1, int(self.max_features * columns)) if self.max_features > 0 else 0
        self.max_features_ = most
        whole = n if sample_weight is None else np.sum(sample_weight)
        nodes = native.grow(X, y, sample_weight, classes, _CRITERIA[self.criterion], self.splitter == 'random', seed,
                            2147483647 if self.max_depth is None else self.max_depth, max(split, 2 * leaf), leaf,
                            float(self.min_weight_fraction_leaf * whole), most,
                            -1 if self.max_leaf_nodes is None else self.max_leaf_nodes,
                            float(self.min_impurity_decrease))
        self.tree_ = Tree(nodes, columns, max(classes, 1))
        if self.ccp_alpha > 0:
            self.tree_ = _pruned(self.tree_, self.ccp_alpha)
        self.n_outputs_ = 1
        return self

    def _check(self, columns):
        name = type(self).__name__
        known = self._criteria
        if self.criterion not in known:
            if self.criterion in ('absolute_error', 'poisson'):
                raise NotImplementedError(f"nnsh's trees have no criterion {self.criterion!r}: take 'squared_error'")
            shown = ', '.join(repr(c) for c in sorted(known))
            invalid('criterion', name, f'a str among {{{shown}}}', self.criterion)
        if self.splitter not in ('best', 'random'):
            invalid('splitter', name, "a str among {'best', 'random'}", self.splitter)
        if self.max_depth is not None and (not isinstance(self.max_depth, (int, np.integer)) or self.max_depth < 1):
            invalid('max_depth', name, 'an int in the range [1, inf) or None', self.max_depth)
        if self.monotonic_cst is not None:
            raise NotImplementedError("nnsh's trees have no monotonic constraints")

    def get_depth(self):
        """The length of the longest way to a leaf."""
        self._check_fitted('tree_')
        return self.tree_.max_depth

    def get_n_leaves(self):
        """How many leaves there are."""
        self._check_fitted('tree_')
        return self.tree_.n_leaves

    def apply(self, X, check_input=True):
        """The leaf that each row ends in."""
        self._check_fitted('tree_')
        return self.tree_.apply(rows_like(self, X))

    @property
    def feature_importances_(self):
        self._check_fitted('tree_')
        return self.tree_.compute_feature_importances()


class DecisionTreeClassifier(ClassifierMixin, BaseDecisionTree):
    """A tree of questions whose leaves are shares of classes."""
    _criteria = ('gini', 'entropy', 'log_loss')

    def __init__(self, *, criterion='gini', splitter='best', max_depth=None, min_samples_split=2, min_samples_leaf=1,
                 min_weight_fraction_leaf=0.0, max_features=None, random_state=None, max_leaf_nodes=None,
                 min_impurity_decrease=0.0, class_weight=None, ccp_alpha=0.0, monotonic_cst=None):
        self.criterion = criterion
        self.splitter = splitter
        self.max_depth = max_depth
        self.min_samples_split = min_samples_split
        self.min_samples_leaf = min_samples_leaf
        self.min_weight_fraction_leaf = min_weight_fraction_leaf
        self.max_features = max_features
        self.random_state = random_state
        self.max_leaf_nodes = max_leaf_nodes
        self.min_impurity_decrease = min_impurity_decrease
        self.class_weight = class_weight
        self.ccp_alpha = ccp_alpha
        self.monotonic_cst = monotonic_cst

    def fit(self, X, y, sample_weight=None, check_input=True):
        rows = rows_of(self, X)
        self.classes_, places = labels_of(self, y, rows, True)
        self.n_classes_ = len(self.classes_)
        weights = None if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        if self.class_weight is not None:
            from sklearn.utils.class_weight import DICTS_OR_BALANCED, check_class_weight, compute_sample_weight
            check_class_weight(self.class_weight, type(self).__name__, DICTS_OR_BALANCED)
            own = compute_sample_weight(self.class_weight, y)
            weights = own if weights is None else weights * own
        return self._grow(rows, places, self.n_classes_, weights, self.random_state)

    def predict_proba(self, X, check_input=True):
        self._check_fitted('tree_')
        return self.tree_.predict(rows_like(self, X))

    def predict_log_proba(self, X):
        return np.log(self.predict_proba(X))

    def predict(self, X, check_input=True):
        places = np.argmax(self.predict_proba(X), axis=1)
        return chosen(self.classes_, places)


class DecisionTreeRegressor(RegressorMixin, BaseDecisionTree):
    """A tree of questions whose leaves are means."""
    _criteria = ('squared_error', 'friedman_mse')

    def __init__(self, *, criterion='squared_error', splitter='best', max_depth=None, min_samples_split=2,
                 min_samples_leaf=1, min_weight_fraction_leaf=0.0, max_features=None, random_state=None,
                 max_leaf_nodes=None, min_impurity_decrease=0.0, ccp_alpha=0.0, monotonic_cst=None):
        self.criterion = criterion
        self.splitter = splitter
        self.max_depth = max_depth
        self.min_samples_split = min_samples_split
        self.min_samples_leaf = min_samples_leaf
        self.min_weight_fraction_leaf = min_weight_fraction_leaf
        self.max_features = max_features
        self.random_state = random_state
        self.max_leaf_nodes = max_leaf_nodes
        self.min_impurity_decrease = min_impurity_decrease
        self.ccp_alpha = ccp_alpha
        self.monotonic_cst = monotonic_cst

    def fit(self, X, y, sample_weight=None, check_input=True):
        rows = rows_of(self, X)
        values = targets_of(self, y, rows)
        weights = None if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        return self._grow(rows, values, 0, weights, self.random_state)

    def predict(self, X, check_input=True):
        self._check_fitted('tree_')
        return self.tree_.predict(rows_like(self, X))[:, 0]


class ExtraTreeClassifier(DecisionTreeClassifier):
    """A tree whose questions are drawn by chance."""

    def __init__(self, *, criterion='gini', splitter='random', max_depth=None, min_samples_split=2, min_samples_leaf=1,
                 min_weight_fraction_leaf=0.0, max_features='sqrt', random_state=None, max_leaf_nodes=None,
                 min_impurity_decrease=0.0, class_weight=None, ccp_alpha=0.0, monotonic_cst=None):
        super().__init__(criterion=criterion, splitter=splitter, max_depth=max_depth,
                         min_samples_split=min_samples_split, min_samples_leaf=min_samples_leaf,
                         min_weight_fraction_leaf=min_weight_fraction_leaf, max_features=max_features,
                         random_state=random_state, max_leaf_nodes=max_leaf_nodes,
                         min_impurity_decrease=min_impurity_decrease, class_weight=class_weight, ccp_alpha=ccp_alpha,
                         monotonic_cst=monotonic_cst)


class ExtraTreeRegressor(DecisionTreeRegressor):
    """A tree of means whose questions are drawn by chance."""

    def __init__(self, *, criterion='squared_error', splitter='random', max_depth=None, min_samples_split=2,
                 min_samples_leaf=1, min_weight_fraction_leaf=0.0, max_features=1.0, random_state=None,
                 min_impurity_decrease=0.0, max_leaf_nodes=None, ccp_alpha=0.0, monotonic_cst=None):
        super().__init__(criterion=criterion, splitter=splitter, max_depth=max_depth,
                         min_samples_split=min_samples_split, min_samples_leaf=min_samples_leaf,
                         min_weight_fraction_leaf=min_weight_fraction_leaf, max_features=max_features,
                         random_state=random_state, max_leaf_nodes=max_leaf_nodes,
                         min_impurity_decrease=min_impurity_decrease, ccp_alpha=ccp_alpha,
                         monotonic_cst=monotonic_cst)


def export_text(decision_tree, *, feature_names=None, class_names=None, max_depth=10, spacing=3, decimals=2,
                show_weights=False):
    """The tree as indented text."""
    decision_tree._check_fitted('tree_')
    tree = decision_tree.tree_
    classes = getattr(decision_tree, 'classes_', None)
    if feature_names is not None and len(feature_names) != tree.n_features:
        raise ValueError(f"feature_names must contain {tree.n_features} elements, got {len(feature_names)}")
    names = list(feature_names) if feature_names is not None else [f'feature_{i}' for i in range(tree.n_features)]
    lines = []

    def leaf(node, indent):
        value = tree.value[node, 0]
        if classes is None:
            lines.append(f'{indent} value: [{value[0]:.{decimals}f}]')
            return
        name = (class_names if class_names is not None else classes)[int(np.argmax(value))]
        weights = ''
        if show_weights:
            counts = value * tree.weighted_n_node_samples[node]
            weights = 'weights: [' + ', '.join(f'{v:.{decimals}f}' for v in counts) + '] '
        lines.append(f'{indent} {weights}class: {name}')

    def depth_of(node):
        if tree.children_left[node] < 0:
            return 1
        return 1 + max(depth_of(tree.children_left[node]), depth_of(tree.children_right[node]))

    def write(node, depth):
        indent = ('|' + ' ' * spacing) * depth
        indent = indent[:len(indent) - spacing] + '-' * spacing
        if depth <= max_depth + 1:
            if tree.children_left[node] < 0:
                leaf(node, indent)
                return
            name, edge = names[tree.feature[node]], f'{tree.threshold[node]:.{decimals}f}'
            lines.append(f'{indent} {name} <= {edge}')
            write(tree.children_left[node], depth + 1)
            lines.append(f'{indent} {name} >  {edge}')
            write(tree.children_right[node], depth + 1)
        elif tree.children_left[node] < 0:
            leaf(node, indent)
        else:
            lines.append(f'{indent} truncated branch of depth {depth_of(node)}')

    write(0, 1)
    return '\n'.join(lines) + '\n'


def plot_tree(decision_tree, *, max_depth=None, feature_names=None, class_names=None, label='all', filled=False,
              impurity=True, node_ids=False, proportion=False, rounded=False, precision=3, ax=None, fontsize=None):
    """Draws the tree, a box a node; returns the texts."""
    from _sklearn_tree_plot import plot
    return plot(decision_tree, max_depth, feature_names, class_names, label, filled, impurity, node_ids, proportion,
                precision, ax, fontsize)


def export_graphviz(*args, **kwargs):
    """Refused: there is no Graphviz."""
    raise NotImplementedError("nnsh writes no Graphviz files: print(sklearn.tree.export_text(tree)) shows a tree as "
                              "text")
