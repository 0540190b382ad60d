# close: numbers within 1e-5. Every metric over two batches, alone: plain, then with weights.
import keras, numpy as np
from keras import metrics
rs = np.random.RandomState(4)
def shares():
    p = rs.uniform(0.1, 1, (6, 3))
    return (p / p.sum(axis=1, keepdims=True)).astype("float32")
def pair(kind):
    if kind == "real":
        return rs.uniform(0.1, 0.9, (6, 3)), rs.uniform(0.1, 0.9, (6, 3))
    if kind == "bits":
        return rs.randint(0, 2, (6, 3)), rs.uniform(0, 1, (6, 3))
    if kind == "hot":
        return np.eye(3)[rs.randint(0, 3, 6)], shares()
    if kind == "sparse":
        return rs.randint(0, 3, 6), shares()
    return rs.randint(0, 3, 6), rs.randint(0, 3, 6)
def show(metric, kind):
    print(metric.name, type(metric).__name__)
    for weighted in (False, True):
        metric.reset_state()
        for batch in range(2):
            t, p = pair(kind)
            if weighted:
                metric.update_state(t, p, sample_weight=rs.uniform(0, 1, 6))
            else:
                metric.update_state(t, p)
        print(["%.6f" % v for v in np.ravel(metric.result())])
for m in [metrics.MeanSquaredError(), metrics.MeanAbsoluteError(), metrics.RootMeanSquaredError(), metrics.MeanSquaredLogarithmicError(), metrics.CosineSimilarity(), metrics.LogCoshError(), metrics.Poisson(), metrics.KLDivergence(), metrics.R2Score(), metrics.R2Score(class_aggregation="variance_weighted_average"), metrics.R2Score(class_aggregation=None, num_regressors=2)]:
    show(m, "real")
for m in [metrics.TruePositives(thresholds=0.3), metrics.FalsePositives(thresholds=[0.2, 0.6]), metrics.TrueNegatives(), metrics.FalseNegatives(), metrics.Precision(), metrics.Recall(thresholds=[0.3, 0.7]), metrics.Precision(top_k=2), metrics.Recall(class_id=1), metrics.BinaryAccuracy(threshold=0.4), metrics.BinaryCrossentropy(), metrics.Hinge(), metrics.SquaredHinge(), metrics.AUC(), metrics.AUC(curve="PR"), metrics.AUC(num_thresholds=20, summation_method="minoring"), metrics.AUC(curve="PR", summation_method="majoring"), metrics.AUC(thresholds=[0.25, 0.4, 0.8]), metrics.PrecisionAtRecall(0.5), metrics.RecallAtPrecision(0.6), metrics.SensitivityAtSpecificity(0.4, num_thresholds=50), metrics.SpecificityAtSensitivity(0.5), metrics.F1Score(threshold=0.5), metrics.FBetaScore(beta=2.0, average="micro", threshold=0.4), metrics.F1Score(average="weighted", threshold=0.5)]:
    try:
        show(m, "bits")
    except Exception as e:
        print(type(e).__name__)
for m in [metrics.CategoricalAccuracy(), metrics.TopKCategoricalAccuracy(k=2), metrics.CategoricalCrossentropy(), metrics.CategoricalHinge(), metrics.F1Score(), metrics.F1Score(average="macro"), metrics.OneHotMeanIoU(num_classes=3, name="a"), metrics.OneHotIoU(num_classes=3, target_class_ids=[0, 2], name="b")]:
    show(m, "hot")
for m in [metrics.SparseCategoricalAccuracy(), metrics.SparseTopKCategoricalAccuracy(k=2), metrics.SparseCategoricalCrossentropy()]:
    show(m, "sparse")
for m in [metrics.Accuracy(), metrics.MeanIoU(num_classes=3, name="c"), metrics.IoU(num_classes=3, target_class_ids=[1], name="d"), metrics.MeanIoU(num_classes=3, ignore_class=2, name="e")]:
    show(m, "classes")
m = metrics.BinaryIoU(target_class_ids=[1], threshold=0.3)
m.update_state([0, 1, 0, 1], [0.1, 0.2, 0.4, 0.7])
print("%.6f" % float(m.result()))
m = metrics.Mean(name="average")
m.update_state([0.25, 0.5, 0.75])
m.update_state(0.125)
m.update_state(np.array([0.5, 0.25]), sample_weight=[0.5, 1.5])
print(m.name, "%.6f" % float(m.result()))
s = metrics.Sum()
s.update_state([0.25, 0.5])
print("%.6f" % float(s(0.125)), "%.6f" % float(metrics.Mean()([0.25, 0.75])))
for m in [metrics.Precision(thresholds=0.3), metrics.F1Score(average="micro"), metrics.MeanIoU(num_classes=2, name="c"), metrics.R2Score(), metrics.PrecisionAtRecall(0.5), metrics.TruePositives(), metrics.RootMeanSquaredError()]:
    print(m.get_config())
