# classification_report and confusion_matrix, to the letter.
import numpy as np
from sklearn.metrics import classification_report, confusion_matrix, multilabel_confusion_matrix

truth = [0, 1, 2, 2, 0, 1, 1, 2, 0, 2]
guess = [0, 1, 2, 1, 0, 0, 1, 2, 0, 2]
print(classification_report(truth, guess))
print(classification_report(truth, guess, target_names=['cat', 'dog', 'a long name of a class'], digits=4))
print(classification_report(truth, guess, labels=[1, 2]))
print(classification_report(['spam', 'ham', 'ham'], ['spam', 'spam', 'ham']))
print(classification_report([1, 1, 0], [1, 1, 1], zero_division=0))
report = classification_report(truth, guess, output_dict=True)
print(list(report), report['0'], report['accuracy'], report['macro avg']['f1-score'])
print(classification_report(np.array([[1, 0], [1, 1], [0, 1]]), np.array([[1, 0], [0, 1], [1, 1]]), zero_division=0))
print(confusion_matrix(truth, guess))
print(confusion_matrix(truth, guess, labels=[2, 0]))
print(confusion_matrix(truth, guess, normalize='true').round(3), confusion_matrix(truth, guess, normalize='all').sum())
print(confusion_matrix(['a', 'b', 'a'], ['a', 'a', 'b'], labels=['b', 'a']))
tn, fp, fn, tp = confusion_matrix([0, 1, 0, 1], [1, 1, 1, 0]).ravel()
print(tn, fp, fn, tp, multilabel_confusion_matrix(truth, guess).tolist())
