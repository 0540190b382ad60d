"""Metrics of scores and probabilities: curves, areas, losses."""
import numpy as np
from sklearn.utils import _labels, _unique, check_consistent_length


def auc(x, y):
    """The area under a curve, by trapezoids."""
    check_consistent_length(x, y)
    x, y = np.asarray(x).reshape(-1), np.asarray(y).reshape(-1)
    if x.shape[0] < 2:
        raise ValueError(f"At least 2 points are needed to compute area under curve, but x.shape = {x.shape[0]}")
    direction = 1
    steps = np.diff(x)
    if np.any(steps < 0):
        if np.all(steps <= 0):
            direction = -1
        else:
            raise ValueError(f"x is neither increasing nor decreasing : {x}.")
    return float(direction * (steps * (y[1:] + y[:-1]) / 2.0).sum())


def _positive(y_true, pos_label):
    """Which samples are of the positive class."""
    y = _labels(y_true)
    if isinstance(y, list):
        if pos_label is None:
            names = sorted(set(y))
            raise ValueError(f"y_true takes value in {{{', '.join(repr(n) for n in names)}}} and pos_label is not "
                             "specified: either make y_true take value in {0, 1} or {-1, 1} or pass pos_label "
                             "explicitly.")
        return np.array([v == pos_label for v in y])
    if y.ndim == 2 and y.shape[1] == 1:
        y = y.reshape(-1)
    if y.ndim == 1 and y.dtype.kind == 'f' and np.any(y != np.floor(y)):
        raise ValueError("continuous format is not supported")
    if y.ndim != 1 or len(np.unique(y)) > 2:
        raise ValueError("multiclass format is not supported" if y.ndim == 1 else
                         "multilabel-indicator format is not supported")
    if pos_label is None:
        found = set(np.unique(y).tolist())
        if not (found <= {0, 1} or found <= {-1, 1}):
            shown = ', '.join(repr(v) for v in np.unique(y).tolist())
            raise ValueError(f"y_true takes value in {{{shown}}} and pos_label is not specified: either make y_true "
                             "take value in {0, 1} or {-1, 1} or pass pos_label explicitly.")
        pos_label = 1
    return y == pos_label


def _cumulated(y_true, y_score, pos_label=None, sample_weight=None):
    """False and true positives above each threshold."""
    check_consistent_length(y_true, y_score)
    truth = _positive(y_true, pos_label)
    score = np.asarray(y_score)
    if score.ndim == 2 and score.shape[1] == 1:
        score = score.reshape(-1)
    if score.ndim != 1:
        raise ValueError(f"y should be a 1d array, got an array of shape {score.shape} instead.")
    order = np.argsort(-score, kind='stable')
    score, truth = score[order], truth[order].astype(np.float64)
    weight = 1.0 if sample_weight is None else np.asarray(sample_weight)[order]
    ends = np.append(np.flatnonzero(np.diff(score)), len(truth) - 1)
    tps = np.cumsum(truth * weight)[ends]
    fps = 1 + ends - tps if sample_weight is None else np.cumsum((1 - truth) * weight)[ends]
    return fps, tps, score[ends]


def roc_curve(y_true, y_score, *, pos_label=None, sample_weight=None, drop_intermediate=True):
    """False positive rate, true positive rate and thresholds."""
    fps, tps, thresholds = _cumulated(y_true, y_score, pos_label, sample_weight)
    if drop_intermediate and len(fps) > 2:
        bends = np.logical_or(np.diff(fps, 2), np.diff(tps, 2))
        kept = np.flatnonzero(np.concatenate([[True], bends, [True]]))
        fps, tps, thresholds = fps[kept], tps[kept], thresholds[kept]
    fps, tps = np.concatenate([[0.0], fps]), np.concatenate([[0.0], tps])
    if thresholds.dtype.kind != 'f':
        thresholds = thresholds.astype(np.float64)
    thresholds = np.concatenate([np.array([np.inf], dtype=thresholds.dtype), thresholds])
    fpr = fps / fps[-1] if fps[-1] > 0 else np.full(fps.shape, np.nan)
    tpr = tps / tps[-1] if tps[-1] > 0 else np.full(tps.shape, np.nan)
    return fpr, tpr, thresholds


def _binary_auc(y_true, y_score, sample_weight=None, pos_label=1, max_fpr=None):
    if len(np.unique(y_true)) != 2:
        return float('nan')
    fpr, tpr, _ = roc_curve(y_true, y_score, pos_label=pos_label, sample_weight=sample_weight)
    if max_fpr is None or max_fpr == 1:
        return auc(fpr, tpr)
    stop = int(np.searchsorted(fpr, max_fpr, side='right'))
    slope = (tpr[stop] - tpr[stop - 1]) / (fpr[stop] - fpr[stop - 1])
    end = slope * (max_fpr - fpr[stop - 1]) + tpr[stop - 1]
    area = auc(np.append(fpr[:stop], max_fpr), np.append(tpr[:stop], end))
    least = 0.5 * max_fpr ** 2
    return 0.5 * (1 + (area - least) / (max_fpr - least))


def roc_auc_score(y_true, y_score, *, average='macro', sample_weight=None, max_fpr=None, multi_class='raise',
                  labels=None):
    """The area under the ROC curve."""
    y_score = np.asarray(y_score)
    truth = _labels(y_true)
    if not isinstance(truth, list) and truth.ndim == 2 and truth.shape[1] > 1:
        columns = [_binary_auc(truth[:, i], y_score[:, i], sample_weight) for i in range(truth.shape[1])]
        return _averaged(columns, average, truth.sum(axis=0))
    classes, places = _unique(truth)
    if len(classes) > 2 or (y_score.ndim == 2 and y_score.shape[1] > 2):
        return _multiclass_auc(classes, places, y_score, labels, multi_class, average, sample_weight)
    if y_score.ndim == 2 and y_score.shape[1] == 2:
        raise ValueError("y should be a 1d array, got an array of shape "
                         f"{y_score.shape} instead.")
    return _binary_auc(places, y_score, sample_weight, max_fpr=max_fpr) if len(classes) == 2 else float('nan')


def _averaged(scores, average, counts):
    if average is None:
        return np.array(scores)
    if average == 'weighted':
        return float(np.average(scores, weights=counts))
    return float(np.average(scores))


def _multiclass_auc(classes, places, y_score, labels, multi_class, average, sample_weight):
    if multi_class == 'raise':
        raise ValueError("multi_class must be in ('ovo', 'ovr')")
    if y_score.ndim != 2 or not np.allclose(1, y_score.sum(axis=1)):
        raise ValueError("Target scores need to be probabilities for multiclass roc_auc, i.e. they should sum up to "
                         "1.0 over classes")
    if labels is not None:
        order = labels.tolist() if hasattr(labels, 'tolist') else list(labels)
        at = np.array([order.index(c) for c in (classes if isinstance(classes, list) else classes.tolist())])
        places = at[places]
        n = len(order)
    else:
        n = len(classes)
        if n != y_score.shape[1]:
            raise ValueError("Number of classes in y_true not equal to the number of columns in 'y_score'")
    if multi_class == 'ovr':
        scores = [_binary_auc((places == i).astype(np.int64), y_score[:, i], sample_weight) for i in range(n)]
        return _averaged(scores, average, np.array([(places == i).sum() for i in range(n)]))
    scores, shares = [], []
    for a in range(n):
        for b in range(a + 1, n):
            mask = (places == a) | (places == b)
            one = _binary_auc((places[mask] == a).astype(np.int64), y_score[mask, a])
            two = _binary_auc((places[mask] == b).astype(np.int64), y_score[mask, b])
            scores.append((one + two) / 2)
            shares.append(np.average(mask))
    return float(np.average(scores, weights=shares if average == 'weighted' else None))


def precision_recall_curve(y_true, y_score, *, pos_label=None, sample_weight=None, drop_intermediate=False):
    """Precision, recall and thresholds."""
    fps, tps, thresholds = _cumulated(y_true, y_score, pos_label, sample_weight)
    if drop_intermediate and len(fps) > 2:
        moved = np.logical_or(np.diff(tps[:-1]), np.diff(tps[1:]))
        kept = np.flatnonzero(np.concatenate([[True], moved, [True]]))
        fps, tps, thresholds = fps[kept], tps[kept], thresholds[kept]
    both = tps + fps
    precision = np.where(both > 0, tps / np.where(both > 0, both, 1.0), 0.0)
    recall = np.ones(len(tps)) if tps[-1] == 0 else tps / tps[-1]
    return (np.concatenate([precision[::-1], [1.0]]), np.concatenate([recall[::-1], [0.0]]), thresholds[::-1])


def average_precision_score(y_true, y_score, *, average='macro', pos_label=1, sample_weight=None):
    """Precision averaged over steps of recall."""
    truth, score = np.asarray(y_true), np.asarray(y_score)
    if truth.ndim == 2 and truth.shape[1] > 1:
        columns = [average_precision_score(truth[:, i], score[:, i]) for i in range(truth.shape[1])]
        return _averaged(columns, average, truth.sum(axis=0))
    if truth.ndim == 1 and len(np.unique(truth)) > 2:
        columns = [average_precision_score((truth == c).astype(int), score[:, i])
                   for i, c in enumerate(np.unique(truth))]
        return _averaged(columns, average, np.array([(truth == c).sum() for c in np.unique(truth)]))
    precision, recall, _ = precision_recall_curve(y_true, y_score, pos_label=pos_label, sample_weight=sample_weight)
    return float(max(0.0, -np.sum(np.diff(recall) * precision[:-1])))


def _check_probabilities(prob):
    """Raises where a share lies outside of 0 to 1."""
    if np.max(prob) > 1:
        raise ValueError(f"y_prob contains values greater than 1: {np.max(prob)}")
    if np.min(prob) < 0:
        raise ValueError(f"y_prob contains values lower than 0: {np.min(prob)}")


def log_loss(y_true, y_pred, *, normalize=True, sample_weight=None, labels=None):
    """Cross-entropy of probabilities."""
    check_consistent_length(y_true, y_pred)
    prob = np.asarray(y_pred)
    if prob.dtype.kind != 'f':
        prob = prob.astype(np.float64)
    _check_probabilities(prob)
    truth = _labels(y_true)
    if not isinstance(truth, list) and truth.ndim == 2 and truth.shape[1] > 1:
        hot = truth
    else:
        if not isinstance(truth, list):
            truth = truth.reshape(-1)
        classes = _unique(truth if labels is None else labels)[0]
        classes = classes if isinstance(classes, list) else classes.tolist()
        if len(classes) == 1 and (labels is None or set(np.asarray(truth).tolist()) <= set(classes)):
            shown = truth[0] if isinstance(truth, list) else np.array(classes)[0]
            if labels is None:
                raise ValueError(f"y_true contains only one label ({shown}). Please provide the list of all expected "
                                 "class labels explicitly through the labels argument.")
            raise ValueError(f"The labels array needs to contain at least two labels, got {np.array(classes)}.")
        values = truth if isinstance(truth, list) else truth.tolist()
        strange = set(values) - set(classes)
        if strange:
            raise ValueError(f"y_true contains values {strange} not belonging to the passed labels "
                             f"{np.array(classes)}.")
        at = {c: i for i, c in enumerate(classes)}
        hot = np.eye(len(classes))[np.array([at[v] for v in values])]
    if prob.ndim == 1:
        prob = prob.reshape(-1, 1)
    if prob.shape[1] == 1:
        prob = np.concatenate([1 - prob, prob], axis=1)
    if prob.shape[1] != hot.shape[1]:
        if labels is not None:
            raise ValueError("The number of classes in labels is different from that in y_prob. Classes found in "
                             f"labels: {np.array(classes)}")
        raise ValueError(f"y_true and y_prob contain different number of classes: {hot.shape[1]} vs {prob.shape[1]}. "
                         "Please provide the true labels explicitly through the labels argument. Classes found in "
                         f"y_true: {np.array(classes)}")
    eps = np.finfo(prob.dtype).eps
    prob = np.clip(prob, eps, 1 - eps)
    loss = -(np.where(hot == 0, 0.0, hot * np.log(prob))).sum(axis=1)
    if not normalize:
        return float((loss if sample_weight is None else loss * np.asarray(sample_weight)).sum())
    return float(np.average(loss, weights=sample_weight))


def brier_score_loss(y_true, y_proba, *, sample_weight=None, pos_label=None):
    """The mean squared difference of probabilities and outcomes."""
    _check_probabilities(np.asarray(y_proba))
    truth = _positive(y_true, pos_label).astype(np.float64)
    return float(np.average((truth - np.asarray(y_proba)) ** 2, weights=sample_weight))


def top_k_accuracy_score(y_true, y_score, *, k=2, normalize=True, sample_weight=None, labels=None):
    """The share of samples whose label is among the k highest scores."""
    score = np.asarray(y_score)
    classes, places = _unique(y_true)
    if labels is not None:
        order = labels.tolist() if hasattr(labels, 'tolist') else list(labels)
        found = classes if isinstance(classes, list) else classes.tolist()
        if score.ndim == 2 and score.shape[1] != len(order):
            raise ValueError(f"Number of given labels ({len(order)}) not equal to the number of classes in 'y_score' "
                             f"({score.shape[1]}).")
        if any(c not in order for c in found):
            raise ValueError("'y_true' contains labels not in parameter 'labels'.")
        places = np.array([order.index(c) for c in found])[places]
    elif score.ndim == 2 and len(classes) <= 2 < score.shape[1]:
        raise ValueError(f"`y_true` is binary while y_score is 2d with {score.shape[1]} classes. If `y_true` does not "
                         "contain all the labels, `labels` must be provided.")
    elif score.ndim == 2 and score.shape[1] != len(classes):
        raise ValueError(f"Number of classes in 'y_true' ({len(classes)}) not equal to the number of classes in "
                         f"'y_score' ({score.shape[1]}).You can provide a list of all known classes by assigning it "
                         "to the `labels` parameter.")
    if score.ndim == 1:
        hits = ((score > 0.5).astype(np.int64) == places) if k == 1 else np.ones(len(places), dtype=bool)
    else:
        best = np.argsort(score, axis=1, kind='mergesort')[:, ::-1][:, :k]
        hits = (best == places.reshape(-1, 1)).any(axis=1)
    return float(np.average(hits, weights=sample_weight)) if normalize else int(hits.sum())
