import numpy as np

rng = np.random.default_rng(1)
for attempt in [
    lambda: np.random.default_rng(-1), lambda: np.random.default_rng(1.5), lambda: np.random.default_rng("a"),
    lambda: rng.integers(5, 5), lambda: rng.integers(0), lambda: rng.integers(300, dtype=np.uint8),
    lambda: rng.integers(-1, 5, dtype=np.uint8), lambda: rng.integers(5, dtype=float),
    lambda: rng.choice(3, 5, replace=False), lambda: rng.choice(3, 5, p=[0.1, 0.2, 0.3]), lambda: rng.choice([], 5),
    lambda: rng.choice(0), lambda: rng.choice(5, p=[0.5, 0.5]), lambda: rng.choice(2, p=[1.5, -0.5]),
    lambda: rng.random(3, dtype=int), lambda: rng.normal(0, -1), lambda: rng.random(-1),
    lambda: rng.shuffle(5), lambda: rng.shuffle((1, 2)), lambda: rng.permuted([1, 2], axis=3),
    lambda: rng.multinomial(5, [0.6, 0.6, 0.1]), lambda: rng.dirichlet([-1, 1]), lambda: np.random.dirichlet([0, 1]),
    lambda: np.random.zipf(1), lambda: np.random.negative_binomial(0, 0.5), lambda: np.random.logseries(1.5),
    lambda: np.random.hypergeometric(1, 1, 5), lambda: np.random.vonmises(0, -1), lambda: np.random.wald(0, 1),
    lambda: np.random.f(0, 1), lambda: np.random.Generator(5), lambda: np.random.SeedSequence(-3),
]:
    try:
        print("no error", attempt())
    except Exception as error:
        print(type(error).__name__, error)
