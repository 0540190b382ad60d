# Scores of probabilities: curves, areas under them, losses.
import numpy as np
from sklearn.metrics import (auc, average_precision_score, brier_score_loss, log_loss, precision_recall_curve,
                             roc_auc_score, roc_curve, top_k_accuracy_score)

truth = np.array([0, 0, 1, 1, 0, 1, 1, 0])
score = np.array([0.1, 0.4, 0.35, 0.8, 0.5, 0.9, 0.65, 0.2])
fpr, tpr, thresholds = roc_curve(truth, score)
print(fpr, tpr, thresholds, auc(fpr, tpr))
print(roc_curve(truth, score, drop_intermediate=False)[0], roc_curve([1, 1, 2, 2], [0.1, 0.4, 0.35, 0.8], pos_label=2))
print(roc_auc_score(truth, score), roc_auc_score(truth, score, max_fpr=0.5))
precision, recall, thresholds = precision_recall_curve(truth, score)
print(precision.round(4), recall, thresholds, average_precision_score(truth, score))
three = np.array([[0.7, 0.2, 0.1], [0.2, 0.5, 0.3], [0.1, 0.3, 0.6], [0.4, 0.35, 0.25], [0.3, 0.3, 0.4]])
labels = [0, 1, 2, 1, 0]
print(roc_auc_score(labels, three, multi_class='ovr'), roc_auc_score(labels, three, multi_class='ovo'),
      roc_auc_score(labels, three, multi_class='ovr', average='weighted'))
print(log_loss(labels, three), log_loss(truth, score), log_loss(truth, score, normalize=False), log_loss([1, 1], [0.9, 0.8], labels=[0, 1]))
print(log_loss(['no', 'yes'], [[0.8, 0.2], [0.3, 0.7]]), brier_score_loss(truth, score))
print(top_k_accuracy_score(labels, three, k=2), top_k_accuracy_score(labels, three, k=1), auc([0, 1, 2], [1, 1, 3]))
try:
    roc_auc_score(labels, three)
except ValueError as error:
    print(error)
