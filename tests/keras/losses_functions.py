# close: numbers within 1e-5. Losses as functions and as objects called on arrays, with reductions and weights.
import keras, numpy as np
from keras import losses
rs = np.random.RandomState(1)
t, p = rs.uniform(0.1, 0.9, (4, 3)), rs.uniform(0.1, 0.9, (4, 3))
bits = rs.randint(0, 2, (4, 3)).astype("float64")
hot = np.eye(3)[[2, 0, 1, 1]]
w = np.array([0.5, 0.25, 1.0, 0.0])
def show(name, value):
    print(name, ["%.6f" % v for v in np.ravel(value)])
for name in ["mean_squared_error", "mean_absolute_error", "mean_squared_logarithmic_error", "huber", "log_cosh", "hinge", "squared_hinge", "categorical_hinge", "kl_divergence", "poisson", "cosine_similarity", "dice", "tversky"]:
    show(name, getattr(losses, name)(t, p))
show("mape", losses.mean_absolute_percentage_error(t, p) / 100)
for name in ["binary_crossentropy", "binary_focal_crossentropy"]:
    show(name, getattr(losses, name)(bits, p))
    show(name, getattr(losses, name)(bits, p * 4 - 2, from_logits=True, label_smoothing=0.2))
for name in ["categorical_crossentropy", "categorical_focal_crossentropy", "kl_divergence", "categorical_hinge"]:
    show(name, getattr(losses, name)(hot, p))
show("huber", losses.huber(t, p, delta=0.1))
show("hinge of bits", losses.hinge(bits, p))
show("sparse", losses.sparse_categorical_crossentropy(np.array([2, 0, 1, 1]), p, ignore_class=1))
for reduction in ["sum", "sum_over_batch_size", "none", None, "mean_with_sample_weight"]:
    for loss in [losses.MeanAbsoluteError(reduction=reduction), losses.Poisson(reduction=reduction), losses.LogCosh(reduction=reduction)]:
        show(f"{loss.name} {reduction}", loss(t, p))
        show(f"{loss.name} {reduction} weighted", loss(t, p, sample_weight=w))
show("weights of a column", losses.MeanSquaredError()(t, p, sample_weight=w[:, None]))
show("one weight", losses.MeanSquaredError()(t, p, sample_weight=0.5))
show("vector", losses.MeanSquaredError()([0.0, 1.0, 0.5], [0.5, 0.5, 0.5]))
show("ignored", losses.SparseCategoricalCrossentropy(ignore_class=1)(np.array([2, 0, 1, 1]), p))
show("ignored", losses.SparseCategoricalCrossentropy(ignore_class=1, reduction="none")(np.array([2, 0, 1, 1]), p))
print(losses.get("Huber").name, losses.get("kld").__name__)
try:
    losses.MeanSquaredError(reduction="average")
except ValueError as e:
    print("ValueError", str(e)[:50])
