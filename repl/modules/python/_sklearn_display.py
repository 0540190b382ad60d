"""Figures of metrics, drawn with matplotlib.pyplot."""
import numpy as np


class ConfusionMatrixDisplay:
    """A confusion matrix as an image with its numbers."""

    def __init__(self, confusion_matrix, *, display_labels=None):
        self.confusion_matrix = np.asarray(confusion_matrix)
        self.display_labels = display_labels

    def plot(self, *, include_values=True, cmap='viridis', xticks_rotation='horizontal', values_format=None, ax=None,
             colorbar=True, im_kw=None, text_kw=None):
        import matplotlib.pyplot as plt
        matrix = self.confusion_matrix
        if ax is None:
            figure, ax = plt.subplots()
        n = matrix.shape[0]
        self.ax_ = ax
        self.im_ = ax.imshow(matrix, cmap=cmap)
        if include_values:
            for i in range(n):
                for j in range(n):
                    value = matrix[i, j]
                    if values_format is None:
                        text = format(value, '.2g')
                        if matrix.dtype.kind != 'f':
                            plain = format(value, 'd')
                            text = plain if len(plain) < len(text) else text
                    else:
                        text = format(value, values_format)
                    ax.text(j, i, text, ha='center', va='center')
        names = range(n) if self.display_labels is None else self.display_labels
        names = [str(name) for name in names]
        ax.set_xticks(list(range(n)))
        ax.set_xticklabels(names)
        ax.set_yticks(list(range(n)))
        ax.set_yticklabels(names)
        ax.set_xlabel('Predicted label')
        ax.set_ylabel('True label')
        return self

    @classmethod
    def from_predictions(cls, y_true, y_pred, *, labels=None, sample_weight=None, normalize=None, display_labels=None,
                         **kwargs):
        from sklearn.metrics import _all_labels, _targets, confusion_matrix
        matrix = confusion_matrix(y_true, y_pred, labels=labels, sample_weight=sample_weight, normalize=normalize)
        if display_labels is None:
            kind, truth, guess = _targets(y_true, y_pred)
            display_labels = labels if labels is not None else _all_labels(truth, guess)
        return cls(matrix, display_labels=display_labels).plot(**kwargs)

    @classmethod
    def from_estimator(cls, estimator, X, y, **kwargs):
        return cls.from_predictions(y, estimator.predict(X), **kwargs)


class _Curve:
    def _draw(self, x, y, xlabel, ylabel, ax, label, kwargs):
        import matplotlib.pyplot as plt
        if ax is None:
            figure, ax = plt.subplots()
        self.ax_ = ax
        ax.plot(x, y, label=label, **kwargs)
        ax.set_xlabel(xlabel)
        ax.set_ylabel(ylabel)
        if label is not None:
            ax.legend()
        return self


class RocCurveDisplay(_Curve):
    """A ROC curve."""

    def __init__(self, *, fpr, tpr, roc_auc=None, name=None, pos_label=None):
        self.fpr, self.tpr, self.roc_auc, self.name, self.pos_label = fpr, tpr, roc_auc, name, pos_label

    def plot(self, ax=None, *, name=None, plot_chance_level=False, **kwargs):
        name = self.name if name is None else name
        label = name
        if self.roc_auc is not None:
            label = f'{name} (AUC = {self.roc_auc:0.2f})' if name else f'AUC = {self.roc_auc:0.2f}'
        return self._draw(self.fpr, self.tpr, 'False Positive Rate', 'True Positive Rate', ax, label, kwargs)

    @classmethod
    def from_predictions(cls, y_true, y_score, *, name=None, ax=None, pos_label=None, **kwargs):
        from sklearn.metrics import auc, roc_curve
        fpr, tpr, _ = roc_curve(y_true, y_score, pos_label=pos_label)
        return cls(fpr=fpr, tpr=tpr, roc_auc=auc(fpr, tpr), name=name or 'Classifier').plot(ax=ax, **kwargs)

    @classmethod
    def from_estimator(cls, estimator, X, y, *, name=None, **kwargs):
        return cls.from_predictions(y, _scores_of(estimator, X), name=name or type(estimator).__name__, **kwargs)


class PrecisionRecallDisplay(_Curve):
    """A curve of precision by recall."""

    def __init__(self, precision, recall, *, average_precision=None, name=None, pos_label=None):
        self.precision, self.recall, self.average_precision, self.name = precision, recall, average_precision, name

    def plot(self, ax=None, *, name=None, **kwargs):
        name = self.name if name is None else name
        label = name
        if self.average_precision is not None:
            label = f'{name} (AP = {self.average_precision:0.2f})' if name else f'AP = {self.average_precision:0.2f}'
        return self._draw(self.recall, self.precision, 'Recall', 'Precision', ax, label, kwargs)

    @classmethod
    def from_predictions(cls, y_true, y_score, *, name=None, ax=None, pos_label=None, **kwargs):
        from sklearn.metrics import average_precision_score, precision_recall_curve
        precision, recall, _ = precision_recall_curve(y_true, y_score, pos_label=pos_label)
        average = average_precision_score(y_true, y_score)
        return cls(precision, recall, average_precision=average, name=name or 'Classifier').plot(ax=ax, **kwargs)

    @classmethod
    def from_estimator(cls, estimator, X, y, *, name=None, **kwargs):
        return cls.from_predictions(y, _scores_of(estimator, X), name=name or type(estimator).__name__, **kwargs)


def _scores_of(estimator, X):
    """A number for each row: the greater, the more it is of the second class."""
    if hasattr(estimator, 'predict_proba'):
        return estimator.predict_proba(X)[:, 1]
    return estimator.decision_function(X)
