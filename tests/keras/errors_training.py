# What compile and fit refuse, and that training goes on afterwards.
import keras, numpy as np
from keras import layers, losses, metrics, optimizers
x, y = np.zeros((8, 4), "float32"), np.arange(8) % 3
m = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
def go(**options):
    m.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
    return m.fit(x, y, verbose=0, **options)
def attempt(what):
    try:
        what()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, str(e).split("\n")[0])
attempt(lambda: optimizers.AdamW(weight_decay=None))
attempt(lambda: optimizers.Lion(beta_1=0.0))
attempt(lambda: optimizers.Ftrl(l1_regularization_strength=-0.5))
attempt(lambda: optimizers.Ftrl(learning_rate_power=0.5))
attempt(lambda: optimizers.SGD(gradient_accumulation_steps=1))
attempt(lambda: optimizers.Adam(use_ema=True, ema_momentum=1.5))
attempt(lambda: optimizers.Adam(use_ema=True, ema_overwrite_frequency=0.5))
attempt(lambda: optimizers.Nadam(clipnorm=1.0, clipvalue=0.5))
attempt(lambda: metrics.F1Score(average="mean"))
attempt(lambda: metrics.F1Score(threshold=1.5))
attempt(lambda: metrics.FBetaScore(beta=-1.0))
attempt(lambda: metrics.PrecisionAtRecall(1.5))
attempt(lambda: metrics.R2Score(num_regressors=-1))
attempt(lambda: metrics.R2Score(class_aggregation="mean"))
attempt(lambda: go(sample_weight=np.ones(8), class_weight={0: 1.0, 1: 1.0, 2: 1.0}))
attempt(lambda: go(sample_weight=np.ones(7)))
attempt(lambda: optimizers.schedules.CosineDecay(0.1, -1))
attempt(lambda: optimizers.schedules.CosineDecayRestarts(0.1, 0))
print(sorted(go().history))
