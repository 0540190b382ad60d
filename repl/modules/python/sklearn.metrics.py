"""sklearn.metrics: how well predictions fit. Classes are here; curves, regression and distances elsewhere."""
import warnings
import numpy as np
from sklearn.utils import _array_of, _labels, check_consistent_length
from sklearn.utils._param_validation import invalid
from _sklearn_cluster_metrics import (calinski_harabasz_score, completeness_score, davies_bouldin_score,
                                      fowlkes_mallows_score, homogeneity_completeness_v_measure, homogeneity_score,
                                      mutual_info_score, normalized_mutual_info_score, rand_score, v_measure_score)
from _sklearn_curves import (auc, average_precision_score, brier_score_loss, log_loss, precision_recall_curve,
                             roc_auc_score, roc_curve, top_k_accuracy_score)
from _sklearn_regression import (explained_variance_score, max_error, mean_absolute_error,
                                 mean_absolute_percentage_error, mean_squared_error, mean_squared_log_error,
                                 median_absolute_error, r2_score, root_mean_squared_error)
from _sklearn_distances import (adjusted_rand_score, euclidean_distances, pairwise_distances, silhouette_samples,
                                silhouette_score)
from _sklearn_display import ConfusionMatrixDisplay, PrecisionRecallDisplay, RocCurveDisplay


def _kind(y):
    """scikit-learn's name for what kind of target y is."""
    if isinstance(y, list):
        return 'binary' if len(set(y)) <= 2 else 'multiclass'
    if y.ndim > 2:
        return 'unknown'
    wide = y.ndim == 2 and y.shape[1] > 1
    if y.dtype.kind == 'f' and y.size and np.any(y != np.floor(y)):
        return 'continuous-multioutput' if wide else 'continuous'
    count = len(np.unique(y))
    if wide:
        return 'multilabel-indicator' if count <= 2 else 'multiclass-multioutput'
    return 'binary' if count <= 2 else 'multiclass'


def _flat(y):
    return y.reshape(-1) if not isinstance(y, list) and y.ndim == 2 else y


def _targets(y_true, y_pred):
    """Kind and both targets; labels are arrays of numbers or lists of str."""
    check_consistent_length(y_true, y_pred)
    y_true, y_pred = _labels(y_true), _labels(y_pred)
    kinds = [_kind(y_true), _kind(y_pred)]
    kind = kinds[0] if kinds[0] == kinds[1] else None
    if kind is None and set(kinds) == {'binary', 'multiclass'}:
        kind = 'multiclass'
    if kind is None:
        raise ValueError(f"Classification metrics can't handle a mix of {kinds[0]} and {kinds[1]} targets")
    if kind not in ('binary', 'multiclass', 'multilabel-indicator'):
        raise ValueError(f"{kind} is not supported")
    if kind != 'multilabel-indicator':
        y_true, y_pred = _flat(y_true), _flat(y_pred)
        if isinstance(y_true, list) != isinstance(y_pred, list):
            raise ValueError("Mix of label input types (string and number); Got "
                             f"{_array_of(_sorted(y_true))} and {_array_of(_sorted(y_pred))}.")
        if kind == 'binary' and len(_all_labels(y_true, y_pred)) > 2:
            kind = 'multiclass'
    return kind, y_true, y_pred


def _sorted(y):
    return sorted(set(y)) if isinstance(y, list) else np.unique(y)


def _all_labels(y_true, y_pred):
    if isinstance(y_true, list):
        return sorted(set(y_true) | set(y_pred))
    return np.unique(np.concatenate([y_true, y_pred])).tolist()


def _places(y, labels):
    at = {label: i for i, label in enumerate(labels)}
    values = y if isinstance(y, list) else y.tolist()
    return np.array([at.get(v, -1) for v in values], dtype=np.int64)


def _given(labels):
    return labels.tolist() if hasattr(labels, 'tolist') else list(labels)


def accuracy_score(y_true, y_pred, *, normalize=True, sample_weight=None):
    """The share of right predictions."""
    kind, y_true, y_pred = _targets(y_true, y_pred)
    if kind == 'multilabel-indicator':
        right = np.all(y_true == y_pred, axis=1)
    elif isinstance(y_true, list):
        right = np.array([a == b for a, b in zip(y_true, y_pred)])
    else:
        right = y_true == y_pred
    if sample_weight is not None:
        weights = np.asarray(sample_weight)
        total = float((right * weights).sum())
        return total / float(weights.sum()) if normalize else total
    if normalize:
        return float(np.average(right)) if len(right) else float('nan')
    return float(right.sum())


def zero_one_loss(y_true, y_pred, *, normalize=True, sample_weight=None):
    score = accuracy_score(y_true, y_pred, normalize=normalize, sample_weight=sample_weight)
    return 1 - score if normalize else int(len(y_true) - score)


def hamming_loss(y_true, y_pred, *, sample_weight=None):
    kind, y_true, y_pred = _targets(y_true, y_pred)
    if kind == 'multilabel-indicator':
        return float(np.mean(y_true != y_pred))
    return float(np.average(np.asarray(y_true) != np.asarray(y_pred), weights=sample_weight))


def confusion_matrix(y_true, y_pred, *, labels=None, sample_weight=None, normalize=None):
    """Counts by true class (rows) and predicted class (columns)."""
    kind, y_true, y_pred = _targets(y_true, y_pred)
    if kind == 'multilabel-indicator':
        raise ValueError(f"{kind} is not supported")
    if normalize not in (None, 'true', 'pred', 'all'):
        invalid('normalize', 'confusion_matrix', "a str among {'all', 'pred', 'true'} or None", normalize)
    if labels is None:
        labels = _all_labels(y_true, y_pred)
    else:
        labels = _given(labels)
        if len(labels) == 0:
            raise ValueError("'labels' should contain at least one label.")
        if len(y_true) and not set(labels) & set(y_true if isinstance(y_true, list) else y_true.tolist()):
            raise ValueError("At least one label specified must be in y_true")
    n = len(labels)
    truth, guess = _places(y_true, labels), _places(y_pred, labels)
    inside = (truth >= 0) & (guess >= 0)
    cells = truth[inside] * n + guess[inside]
    if sample_weight is None:
        matrix = np.bincount(cells, minlength=n * n).reshape(n, n)
    else:
        matrix = np.bincount(cells, weights=np.asarray(sample_weight)[inside], minlength=n * n).reshape(n, n)
        if np.asarray(sample_weight).dtype.kind in 'iub':
            matrix = matrix.astype(np.int64)
    if normalize is None:
        return matrix
    if normalize == 'true':
        total = matrix.sum(axis=1, keepdims=True)
    elif normalize == 'pred':
        total = matrix.sum(axis=0, keepdims=True)
    else:
        total = matrix.sum()
    with np.errstate(all='ignore'):
        matrix = matrix / total
    return np.nan_to_num(matrix)


def multilabel_confusion_matrix(y_true, y_pred, *, sample_weight=None, labels=None, samplewise=False):
    """A matrix [[tn, fp], [fn, tp]] for each label."""
    tp, guessed, true, total, _ = _counts(y_true, y_pred, labels, sample_weight)
    fp, fn = guessed - tp, true - tp
    return np.array([total - tp - fp - fn, fp, fn, tp]).T.reshape(-1, 2, 2)


def _counts(y_true, y_pred, labels, sample_weight=None):
    """Right, predicted and true counts of each label, the number of samples, and the labels."""
    kind, y_true, y_pred = _targets(y_true, y_pred)
    if kind == 'multilabel-indicator':
        y_true, y_pred = y_true.astype(np.int64), y_pred.astype(np.int64)
        wanted = list(range(y_true.shape[1])) if labels is None else _given(labels)
        a, b = y_true[:, wanted], y_pred[:, wanted]
        return (a * b).sum(axis=0), b.sum(axis=0), a.sum(axis=0), len(y_true), wanted
    present = _all_labels(y_true, y_pred)
    wanted = present if labels is None else _given(labels)
    every = wanted + [label for label in present if label not in wanted]
    n = len(every)
    truth, guess = _places(y_true, every), _places(y_pred, every)
    weights = None if sample_weight is None else np.asarray(sample_weight)
    right = truth == guess
    tp = np.bincount(truth[right], weights=None if weights is None else weights[right], minlength=n)
    guessed = np.bincount(guess, weights=weights, minlength=n)
    true = np.bincount(truth, weights=weights, minlength=n)
    m = len(wanted)
    return tp[:m], guessed[:m], true[:m], len(truth) if weights is None else weights.sum(), wanted


def _divided(a, b, zero_division):
    """a / b, and what zero_division says where b is 0."""
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    none = b == 0
    out = a / np.where(none, 1.0, b)
    return np.where(none, 0.0 if isinstance(zero_division, str) else float(zero_division), out)


def _wanted_labels(y_true, y_pred, labels, pos_label, average):
    if average not in (None, 'micro', 'macro', 'weighted', 'samples', 'binary'):
        invalid('average', 'precision_recall_fscore_support',
                "a str among {'binary', 'macro', 'micro', 'samples', 'weighted'} or None", average)
    if average != 'binary':
        return labels
    kind, y_true, y_pred = _targets(y_true, y_pred)
    present = _all_labels(y_true, y_pred) if kind != 'multilabel-indicator' else []
    if kind == 'binary':
        if pos_label not in present and len(present) >= 2:
            shown = _array_of(present)
            raise ValueError(f"pos_label={pos_label} is not a valid label. It should be one of {shown}")
        return [pos_label]
    choices = [None, 'micro', 'macro', 'weighted']
    if kind == 'multilabel-indicator':
        choices.append('samples')
    raise ValueError(f"Target is {kind} but average='binary'. Please choose another average setting, one of "
                     f"{choices!r}.")


def precision_recall_fscore_support(y_true, y_pred, *, beta=1.0, labels=None, pos_label=1, average=None,
                                    warn_for=('precision', 'recall', 'f-score'), sample_weight=None,
                                    zero_division='warn'):
    """Precision, recall, F and support, of each label or averaged."""
    labels = _wanted_labels(y_true, y_pred, labels, pos_label, average)
    if average == 'samples':
        return _by_sample(y_true, y_pred, beta, zero_division)
    tp, guessed, true, _, _ = _counts(y_true, y_pred, labels, sample_weight)
    support = true
    if average == 'micro':
        tp, guessed, true = np.array([tp.sum()]), np.array([guessed.sum()]), np.array([true.sum()])
    precision = _divided(tp, guessed, zero_division)
    recall = _divided(tp, true, zero_division)
    if beta == float('inf'):
        score = recall
    elif beta == 0:
        score = precision
    else:
        square = beta ** 2
        score = _divided((1 + square) * tp, square * true + guessed, zero_division)
    if average is None:
        return precision, recall, score, support
    weights = support if average == 'weighted' else None
    if weights is not None and weights.sum() == 0:
        empty = 0.0 if isinstance(zero_division, str) else float(zero_division)
        return empty, empty, empty, None
    return (float(_mean(precision, weights)), float(_mean(recall, weights)), float(_mean(score, weights)), None)


def _mean(values, weights):
    there = ~np.isnan(values)
    if not np.all(there):
        values = values[there]
        weights = None if weights is None else weights[there]
        if len(values) == 0 or (weights is not None and weights.sum() == 0):
            return np.nan
    return np.average(values, weights=weights)


def _by_sample(y_true, y_pred, beta, zero_division):
    kind, y_true, y_pred = _targets(y_true, y_pred)
    if kind != 'multilabel-indicator':
        raise ValueError("Samplewise metrics are not available outside of multilabel classification.")
    tp, guessed, true = (y_true * y_pred).sum(axis=1), y_pred.sum(axis=1), y_true.sum(axis=1)
    square = beta ** 2
    return (float(np.average(_divided(tp, guessed, zero_division))),
            float(np.average(_divided(tp, true, zero_division))),
            float(np.average(_divided((1 + square) * tp, square * true + guessed, zero_division))), None)


def precision_score(y_true, y_pred, *, labels=None, pos_label=1, average='binary', sample_weight=None,
                    zero_division='warn'):
    """Right among predicted."""
    return precision_recall_fscore_support(y_true, y_pred, labels=labels, pos_label=pos_label, average=average,
                                           sample_weight=sample_weight, zero_division=zero_division)[0]


def recall_score(y_true, y_pred, *, labels=None, pos_label=1, average='binary', sample_weight=None,
                 zero_division='warn'):
    """Right among true."""
    return precision_recall_fscore_support(y_true, y_pred, labels=labels, pos_label=pos_label, average=average,
                                           sample_weight=sample_weight, zero_division=zero_division)[1]


def f1_score(y_true, y_pred, *, labels=None, pos_label=1, average='binary', sample_weight=None, zero_division='warn'):
    """The harmonic mean of precision and recall."""
    return fbeta_score(y_true, y_pred, beta=1.0, labels=labels, pos_label=pos_label, average=average,
                       sample_weight=sample_weight, zero_division=zero_division)


def fbeta_score(y_true, y_pred, *, beta, labels=None, pos_label=1, average='binary', sample_weight=None,
                zero_division='warn'):
    return precision_recall_fscore_support(y_true, y_pred, beta=beta, labels=labels, pos_label=pos_label,
                                           average=average, sample_weight=sample_weight,
                                           zero_division=zero_division)[2]


def jaccard_score(y_true, y_pred, *, labels=None, pos_label=1, average='binary', sample_weight=None,
                  zero_division='warn'):
    """Intersection over union."""
    labels = _wanted_labels(y_true, y_pred, labels, pos_label, average)
    tp, guessed, true, _, _ = _counts(y_true, y_pred, labels, sample_weight)
    support = true
    if average == 'micro':
        tp, guessed, true = np.array([tp.sum()]), np.array([guessed.sum()]), np.array([true.sum()])
    score = _divided(tp, guessed + true - tp, zero_division)
    if average is None:
        return score
    return float(np.average(score, weights=support if average == 'weighted' else None))


def balanced_accuracy_score(y_true, y_pred, *, sample_weight=None, adjusted=False):
    """The mean recall of the classes."""
    matrix = confusion_matrix(y_true, y_pred, sample_weight=sample_weight)
    totals = matrix.sum(axis=1)
    recall = np.diag(matrix)[totals > 0] / totals[totals > 0]
    score = np.mean(recall)
    if adjusted:
        chance = 1 / len(recall)
        score = (score - chance) / (1 - chance)
    return float(score)


def cohen_kappa_score(y1, y2, *, labels=None, weights=None, sample_weight=None):
    """Agreement beyond chance."""
    matrix = confusion_matrix(y1, y2, labels=labels, sample_weight=sample_weight)
    n = matrix.shape[0]
    down, across = matrix.sum(axis=0).astype(np.float64), matrix.sum(axis=1).astype(np.float64)
    expected = np.outer(down, across) / down.sum()
    if weights is None:
        cost = np.ones((n, n), dtype=np.int64) - np.eye(n, dtype=np.int64)
    else:
        steps = np.abs(np.arange(n).reshape(-1, 1) - np.arange(n).reshape(1, -1))
        cost = steps if weights == 'linear' else steps ** 2
    return float(1 - (cost * matrix).sum() / (cost * expected).sum())


def matthews_corrcoef(y_true, y_pred, *, sample_weight=None):
    """The correlation of two labelings."""
    matrix = confusion_matrix(y_true, y_pred, sample_weight=sample_weight)
    true = matrix.sum(axis=1).astype(np.float64)
    guessed = matrix.sum(axis=0).astype(np.float64)
    right, samples = float(np.trace(matrix)), float(guessed.sum())
    both = right * samples - np.dot(true, guessed)
    pred_part = samples ** 2 - np.dot(guessed, guessed)
    true_part = samples ** 2 - np.dot(true, true)
    product = float(pred_part * true_part)
    return 0.0 if product == 0 else float(both / np.sqrt(product))


def classification_report(y_true, y_pred, *, labels=None, target_names=None, sample_weight=None, digits=2,
                          output_dict=False, zero_division='warn'):
    """Precision, recall, f1 and support of each class, as text or as a dict."""
    kind, truth, guess = _targets(y_true, y_pred)
    tp, guessed, true, total, present = _counts(y_true, y_pred, None, sample_weight)
    given = labels is not None
    wanted = _given(labels) if given else present
    if target_names is not None and len(wanted) != len(target_names):
        if given:
            warnings.warn(f"labels size, {len(wanted)}, does not match size of target_names, {len(target_names)}",
                          stacklevel=2)
            count = min(len(wanted), len(target_names))
            wanted, target_names = wanted[:count], list(target_names)[:count]
        else:
            raise ValueError(f"Number of classes, {len(wanted)}, does not match size of target_names, "
                             f"{len(target_names)}. Try specifying the labels parameter")
    names = [str(name) for name in (wanted if target_names is None else target_names)]
    if target_names is None and not isinstance(truth, list) and kind != 'multilabel-indicator':
        if truth.dtype.kind == 'f' or guess.dtype.kind == 'f':
            names = [str(float(label)) for label in wanted]
    p, r, f, s = precision_recall_fscore_support(y_true, y_pred, labels=wanted, sample_weight=sample_weight,
                                                 zero_division=zero_division)
    whole = kind != 'multilabel-indicator' and (not given or set(wanted) >= set(present))
    averages = ['micro', 'macro', 'weighted'] + (['samples'] if kind == 'multilabel-indicator' else [])
    rows = [(names[i], [p[i], r[i], f[i]], s[i]) for i in range(len(names))]
    ends = []
    for average in averages:
        scores = precision_recall_fscore_support(y_true, y_pred, labels=wanted, average=average,
                                                 sample_weight=sample_weight, zero_division=zero_division)[:3]
        title = 'accuracy' if average == 'micro' and whole else average + ' avg'
        ends.append((title, list(scores), s.sum()))
    if output_dict:
        out = {}
        for name, scores, support in rows + ends:
            values = {'precision': float(scores[0]), 'recall': float(scores[1]), 'f1-score': float(scores[2]),
                      'support': float(support)}
            out[name] = values['precision'] if name == 'accuracy' else values
        return out
    width = max([len(name) for name in names] + [len('weighted avg'), digits])
    heads = ['precision', 'recall', 'f1-score', 'support']
    text = ' ' * width + ' ' + ''.join(f' {head:>9}' for head in heads) + '\n\n'
    for name, scores, support in rows:
        text += _report_line(name, scores, support, width, digits)
    text += '\n'
    for name, scores, support in ends:
        if name == 'accuracy':
            text += f'{name:>{width}} ' + f' {"":>9}' * 2 + f' {scores[2]:>9.{digits}f} {support:>9}\n'
        else:
            text += _report_line(name, scores, support, width, digits)
    return text


def _report_line(name, scores, support, width, digits):
    return f'{name:>{width}} ' + ''.join(f' {score:>9.{digits}f}' for score in scores) + f' {support:>9}\n'


_negated = {'neg_mean_squared_error': mean_squared_error, 'neg_mean_absolute_error': mean_absolute_error,
            'neg_root_mean_squared_error': root_mean_squared_error}
_plain = {'accuracy': accuracy_score, 'balanced_accuracy': balanced_accuracy_score, 'r2': r2_score, 'f1': f1_score,
          'precision': precision_score, 'recall': recall_score}


def get_scorer(scoring):
    """A function (estimator, X, y) -> score, by scikit-learn's name."""
    if callable(scoring):
        return scoring
    if scoring in _plain:
        return make_scorer(_plain[scoring])
    if scoring in _negated:
        return make_scorer(_negated[scoring], greater_is_better=False)
    if scoring == 'roc_auc':
        return lambda estimator, X, y: roc_auc_score(y, _scores_of(estimator, X))
    if scoring == 'neg_log_loss':
        return lambda estimator, X, y: -log_loss(y, estimator.predict_proba(X))
    for name in ('f1', 'precision', 'recall'):
        for average in ('macro', 'micro', 'weighted'):
            if scoring == f'{name}_{average}':
                return make_scorer(_plain[name], average=average)
    raise ValueError(f"{scoring!r} is not a valid scoring value. Use sklearn.metrics.get_scorer_names() to get valid "
                     "options.")


def _scores_of(estimator, X):
    if hasattr(estimator, 'decision_function'):
        return estimator.decision_function(X)
    return estimator.predict_proba(X)[:, 1]


def make_scorer(score_func, *, response_method='predict', greater_is_better=True, **kwargs):
    """A scorer of a metric."""
    sign = 1 if greater_is_better else -1

    def scorer(estimator, X, y):
        return sign * score_func(y, getattr(estimator, response_method)(X), **kwargs)
    return scorer
