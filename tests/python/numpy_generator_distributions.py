import numpy as np

rng = np.random.default_rng(2024)
for name, arguments in [
    ("exponential", (2.0, 3)), ("standard_exponential", (2,)), ("gamma", (2.5, 1.0, 3)), ("gamma", (0.4, 1.0, 2)),
    ("standard_gamma", (1.0, 2)), ("beta", (0.5, 0.5, 2)), ("beta", (2.0, 5.0, 2)), ("poisson", (3.5, 6)),
    ("poisson", (50, 4)), ("binomial", (10, 0.4, 6)), ("binomial", (500, 0.7, 4)), ("geometric", (0.2, 5)),
    ("negative_binomial", (3, 0.4, 5)), ("hypergeometric", (7, 9, 6, 5)), ("hypergeometric", (60, 90, 50, 3)),
    ("laplace", (0, 1, 2)), ("logistic", (0, 1, 2)), ("lognormal", (0, 1, 2)), ("gumbel", (0, 1, 2)),
    ("rayleigh", (1.0, 2)), ("weibull", (1.5, 2)), ("power", (3.0, 2)), ("pareto", (3.0, 2)),
    ("triangular", (0, 1, 4, 2)), ("chisquare", (3, 2)), ("noncentral_chisquare", (3, 1.5, 2)), ("f", (3, 4, 2)),
    ("noncentral_f", (3, 4, 1.5, 2)), ("standard_t", (4, 2)), ("standard_cauchy", (2,)), ("wald", (1, 2, 2)),
    ("vonmises", (0, 2, 2)), ("zipf", (2.2, 5)), ("logseries", (0.7, 5)),
]:
    print(name, getattr(rng, name)(*arguments))
print(rng.multinomial(10, [0.2, 0.3, 0.5]), rng.multinomial(10, [0.2, 0.3, 0.5], size=2))
print(rng.dirichlet([1, 2, 3]), rng.dirichlet([0.02, 0.03, 0.05]))
print(rng.bytes(6))
