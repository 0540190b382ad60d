import numpy as np
import tensorflow as tf
from keras import losses, metrics
from refusals import refuses, report


Invalid = tf.errors.InvalidArgumentError


def refuses_update(kind, text, metric, *values, **keywords):
    refuses(kind, text, metric.update_state, *values, **keywords)
    metric.reset_state()


refuses_update(Invalid, 'Mean: 3 weights do not fit 4 values', metrics.Mean(), [1, 2, 3, 4], sample_weight=[1, 2, 3])
refuses_update(Invalid, 'Precision: 3 weights do not fit 4 rows', metrics.Precision(), [1, 0, 1, 0], [1, 0, 1, 0], sample_weight=[1, 2, 3])
score = metrics.F1Score()
score.update_state([[1, 0]], [[1, 0]])
refuses_update(Invalid, 'F1Score: the metric was built for 2 columns; got 3', score, [[1, 0, 1]], [[1, 0, 1]])
refuses_update(Invalid, 'Precision: y_true of 3 values does not fit y_pred of 2 values', metrics.Precision(), [1, 0, 1], [1, 0])
refuses_update(Invalid, 'Precision: Shapes of y_true and y_pred are incompatible: 3 and 2 columns', metrics.Precision(), [[1, 0, 1]], [[1, 0]])
refuses_update(Invalid, 'R2Score: Shapes of y_true and y_pred are incompatible: 3 and 2 columns', metrics.R2Score(), [[1.0, 0, 1]], [[1.0, 0]])
refuses_update(ValueError, 'AUC: the numbers of labels that it was made for are not the 2 of the predictions',
               metrics.AUC(multi_label=True, num_labels=3), [[1, 0]], [[1, 0]])
refuses(Invalid, 'Dice: `axis` names an axis that outputs of 2 dimensions do not have', losses.Dice(axis=2), np.eye(2), np.eye(2))
refuses(Invalid, 'CategoricalFocalCrossentropy: `alpha` must be a number, or a list of numbers', losses.CategoricalFocalCrossentropy(alpha=['a', 'b']),
        np.eye(2), np.eye(2))
report()
