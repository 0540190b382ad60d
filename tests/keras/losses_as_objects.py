# close
# Losses as objects: their values over a batch, and each sample's.
import numpy as np
import keras
from keras import losses

draw = np.random.RandomState(3)
signs = np.sign(draw.uniform(-1, 1, (5, 3))).astype("float32")
shares = draw.dirichlet([1.0, 1.0, 1.0], 5).astype("float32")
guess = draw.uniform(0.1, 0.9, (5, 3)).astype("float32")
hot = np.eye(3, dtype="float32")[[0, 2, 1, 1, 0]]
weights = np.array([1.0, 0.0, 2.0, 0.5, 1.0], dtype="float32")
cases = [(losses.Hinge, signs), (losses.SquaredHinge, signs), (losses.CategoricalHinge, hot), (losses.KLDivergence, shares),
         (losses.CosineSimilarity, shares), (losses.MeanAbsolutePercentageError, shares + 0.1),
         (losses.MeanSquaredLogarithmicError, shares)]
for kind, truth in cases:
    loss = kind()
    print(loss.name, "%.6g" % float(loss(truth, guess)), "%.6g" % float(loss(truth, guess, sample_weight=weights)))
    each = kind(reduction="none", name="each")
    print(["%.6g" % float(v) for v in np.asarray(each(truth, guess))], each.get_config()["name"], each.get_config()["reduction"])
    print("%.6g" % float(kind(reduction="sum")(truth, guess)))
