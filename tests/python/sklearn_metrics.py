from sklearn.metrics import accuracy_score, confusion_matrix, classification_report, mean_squared_error
t = [0, 1, 2, 2, 1]
p = [0, 2, 2, 2, 1]
print(accuracy_score(t, p), confusion_matrix(t, p), mean_squared_error([1, 2], [1, 4]))
print(accuracy_score(t, p, normalize=False))
print(classification_report(t, p))
print(classification_report(t, p, target_names=["a", "b", "c"], digits=3))
