import numpy as np

np.random.seed(1)
for name, arguments in [
    ("negative_binomial", (3, 0.4, 5)), ("hypergeometric", (7, 9, 6, 5)), ("hypergeometric", (60, 90, 50, 4)),
    ("zipf", (2.2, 5)), ("logseries", (0.7, 5)), ("f", (3, 4, 2)), ("noncentral_f", (3, 4, 1.5, 2)),
    ("noncentral_chisquare", (3, 1.5, 2)), ("noncentral_chisquare", (0.5, 1.5, 2)), ("wald", (1, 2, 2)),
    ("vonmises", (0, 2, 3)), ("vonmises", (1, 1e-6, 2)), ("multinomial", (10, [0.2, 0.3, 0.5])),
    ("multinomial", (10, [0.2, 0.3, 0.5], 2)), ("dirichlet", ([1, 2, 3],)), ("dirichlet", ([0.1, 0.2], 2)),
]:
    print(name, getattr(np.random, name)(*arguments))
print(np.random.bytes(5))
print(np.random.multivariate_normal([0, 1], [[2, 0.5], [0.5, 1]], size=2))
print(np.random.randint([1, 2, 3], [5, 6, 70]), np.random.randint(3, [5, 6, 70], size=(2, 3)))
state = np.random.RandomState(5)
print(state, state.tomaxint(), state.rand(), state.multivariate_normal([0, 0], np.eye(2)))
print(state.zipf([2.0, 3.0]), state.vonmises(0, [1, 2]))
