# Scores of classes: precision, recall, f and their averages.
from sklearn.metrics import (accuracy_score, balanced_accuracy_score, cohen_kappa_score, f1_score, fbeta_score,
                             hamming_loss, jaccard_score, matthews_corrcoef, precision_recall_fscore_support,
                             precision_score, recall_score, zero_one_loss)

truth, guess = [0, 1, 2, 0, 1, 2, 2], [0, 2, 1, 0, 0, 1, 2]
for average in ('micro', 'macro', 'weighted'):
    print(average, precision_score(truth, guess, average=average), recall_score(truth, guess, average=average),
          f1_score(truth, guess, average=average))
print(precision_score(truth, guess, average=None), recall_score(truth, guess, average=None, labels=[2, 0]))
print(precision_recall_fscore_support(truth, guess), precision_recall_fscore_support(truth, guess, average='macro'))
a, b = [0, 1, 1, 0, 1, 1], [0, 1, 0, 0, 1, 0]
print(precision_score(a, b), recall_score(a, b), f1_score(a, b), fbeta_score(a, b, beta=0.5), f1_score(a, b, pos_label=0))
print(accuracy_score(a, b), accuracy_score(a, b, normalize=False), accuracy_score(a, b, sample_weight=[1, 2, 1, 1, 1, 1]))
print(accuracy_score(['x', 'y'], ['x', 'x']), f1_score(['x', 'y', 'y'], ['x', 'x', 'y'], pos_label='y'))
print(balanced_accuracy_score(a, b), balanced_accuracy_score(a, b, adjusted=True), cohen_kappa_score(truth, guess))
print(cohen_kappa_score(truth, guess, weights='linear'), cohen_kappa_score(truth, guess, weights='quadratic'))
print(matthews_corrcoef(a, b), matthews_corrcoef([1, 1], [1, 1]), jaccard_score(a, b), jaccard_score(truth, guess, average='macro'))
print(zero_one_loss(a, b), hamming_loss(truth, guess), precision_score([0, 0], [0, 0], zero_division=1.0))
for wrong in (lambda: f1_score(truth, guess), lambda: accuracy_score([0, 1], [0.2, 0.9]),
              lambda: accuracy_score([0, 1, 2], [1, 0]), lambda: precision_score([0, 1], [1, 1], pos_label=3)):
    try:
        wrong()
    except ValueError as error:
        print(error)
