# Errors of numpy.random's generators, of both kinds.
import numpy as np

a = np.arange(6).reshape(2, 3)
f = np.arange(6.0).reshape(2, 3)
v = np.arange(4)
z = np.array(5)
empty = np.array([])
rng = np.random.default_rng(0)
legacy = np.random.RandomState(0)
names = np.array(["a", "b"])
cube = np.zeros((2, 2, 2))
square = np.array([[2.0, 1], [1, 3]])
days = np.array(["2020-01-01", "2020-01-05"], "datetime64[D]")
steps = np.array([1, 2], "timedelta64[h]")
people = np.array([("a", 1), ("b", 2)], dtype=[("name", "U2"), ("age", int)])
masked = np.ma.array([1, 2, 3], mask=[0, 1, 0])
frozen = np.arange(3)
frozen.flags.writeable = False


def attempt(source):
    try:
        print(source, "gives", repr(eval(source)))
    except Exception as error:
        print(source, type(error).__name__, error)


for source in (
    "rng.normal([0, 1], [1, -1])", "rng.normal(0, 1, (2, 'a'))", "rng.normal(0, 1, 2.5)",
    "rng.uniform(0, 1, [2, -1])", "rng.beta([1, -1], 2)", "rng.beta(1, 2, size=-1)", "rng.binomial([5, -1], 0.5)",
    "rng.binomial(5, float('nan'))", "rng.chisquare([-1, 2])", "rng.exponential([1, -1])", "rng.f([1, -1], 2)",
    "rng.gamma([1, -1], 2)", "rng.gamma(1, [1, -1])", "rng.geometric([0.5, 2])", "rng.geometric(float('nan'))",
    "rng.gumbel(0, [1, -1])", "rng.hypergeometric(-1, 1, 1)", "rng.hypergeometric(1, -1, 1)",
    "rng.hypergeometric([-1, 2], 3, 1)", "rng.hypergeometric([1, 2], [-3, 1], 1)",
    "rng.hypergeometric([1, 2], 3, -1)", "rng.hypergeometric([1, 2], 3, 50)", "rng.hypergeometric(10**10, 1, 1)",
    "rng.hypergeometric(1, 10**10, 1)", "rng.laplace(0, [1, -1])", "rng.logistic(0, [-1])", "rng.lognormal(0, [-1])",
    "rng.logseries(float('nan'))", "rng.negative_binomial([1, -1], 0.5)", "rng.negative_binomial(1, [0.5, 2])",
    "rng.noncentral_chisquare([1, -1], 1)", "rng.noncentral_f(-1, 1, 1)", "rng.noncentral_f(1, -1, 1)",
    "rng.noncentral_f([1], [1], [-1])", "rng.pareto([1, -1])", "rng.poisson(float('nan'))", "rng.poisson([1, 1e20])",
    "rng.power([0, 1])", "rng.rayleigh([-1])", "rng.standard_cauchy(-1)", "rng.standard_exponential(-1)",
    "rng.standard_exponential(2, dtype=int)", "rng.standard_gamma([-1])", "rng.standard_normal(-1)",
    "rng.standard_normal(dtype=int)", "rng.standard_normal(2, out=np.zeros(3))",
    "rng.standard_normal(out=np.zeros(3, int))", "rng.standard_normal(out=[1, 2])", "rng.standard_t([-1])",
    "rng.triangular([2, 0], 1, 3)", "rng.triangular(1, [3, 1], 2)", "rng.triangular([1], 1, 1)",
    "rng.vonmises(0, [-1])", "rng.wald([0, 1], 1)", "rng.wald(1, [0, 1])", "rng.weibull([-1])",
    "rng.zipf(float('nan'))", "rng.dirichlet([1, 1], size=-1)", "rng.multinomial(5, [])", "rng.multinomial(5, 0.5)",
    "rng.multinomial(5, [0.5, 0.5], size=-1)", "rng.multinomial([5, -1], [0.5, 0.5])", "rng.choice(5, -1)",
    "rng.choice('a')", "rng.choice(2.5)", "rng.choice(5, 2, False, [1, 0, 0, 0, 0])", "rng.choice(-1)",
    "rng.choice([1, 2], p=[1])", "rng.choice([], 2)", "rng.choice(0, 2)", "rng.integers([5, 1], [1, 5])",
    "rng.integers(0, 5, -1)", "rng.integers(-1, 5, dtype=np.uint8)", "rng.integers([0, 0], 300, dtype=np.int8)",
    "rng.integers(5, 4, endpoint=True)", "rng.integers(0, 5, dtype='z')", "rng.integers(None)",
    "rng.permutation('a')", "rng.permutation(None)", "rng.shuffle('abc')", "rng.random((2, 'a'))", "rng.random(2.5)",
    "rng.random(2, dtype='i4')", "rng.random(out=5)", "rng.multivariate_normal([0, 0], 5)",
    "rng.multivariate_normal(5, 5)", "rng.multivariate_normal([0, 0], [[1, 0], [0, 1]], -1)", "legacy.rand(2, -1)",
    "legacy.rand(2.5)", "legacy.randn(-1)", "legacy.randn('a')", "legacy.randint([5, 1], [1, 5])",
    "legacy.randint(0, 5, -1)", "legacy.randint(0, 2**33, dtype=np.int32)", "legacy.randint(-1, 5, dtype=np.uint8)",
    "legacy.randint(0, 5, dtype='z')", "legacy.random_integers(0)", "legacy.random_integers(5, 1)",
    "legacy.random_sample(-1)", "legacy.random_sample('a')", "legacy.choice(2.5)", "legacy.choice('a')",
    "legacy.choice(5, 9, False)", "legacy.choice(5, 3, False, [1, 0, 0, 0, 0])", "legacy.choice(5, p=[0.5, 0.5])",
    "legacy.choice(3, p=[-0.5, 0.5, 1])", "legacy.choice(3, p=[float('nan')] * 3)", "legacy.choice(a, 2)",
    "legacy.choice(5, -1)", "legacy.choice([], 2)", "legacy.choice(-1)", "legacy.shuffle(5)",
    "legacy.shuffle((1, 2))", "legacy.shuffle('ab')", "legacy.permutation(2.5)", "legacy.permutation('a')",
    "legacy.beta(0, 1)", "legacy.beta([1, -1], 1)", "legacy.binomial(-1, 0.5)", "legacy.chisquare(0)",
    "legacy.dirichlet([0, 1])", "legacy.exponential(-1)", "legacy.f(0, 1)", "legacy.f(1, 0)", "legacy.gamma(-1)",
    "legacy.gamma(1, -1)", "legacy.geometric(0)", "legacy.geometric(2)", "legacy.gumbel(0, -1)",
    "legacy.hypergeometric(1, 1, 5)", "legacy.hypergeometric(-1, 1, 1)", "legacy.hypergeometric(1, -1, 1)",
    "legacy.hypergeometric([1, 2], [1, 2], [9, 1])", "legacy.laplace(0, -1)", "legacy.logistic(0, -1)",
    "legacy.lognormal(0, -1)", "legacy.logseries(1)", "legacy.multinomial(1, [-0.5, 1.5])",
    "legacy.multinomial(-1, [1])", "legacy.multinomial(1, 0.5)", "legacy.multivariate_normal([0, 0], [[1, 0]])",
    "legacy.multivariate_normal([[0]], [[1]])", "legacy.multivariate_normal([0], [[1, 0], [0, 1]])",
    "legacy.multivariate_normal([0, 0], [[1, 5], [5, 1]], check_valid='raise')",
    "legacy.multivariate_normal([0, 0], [[1, 0], [0, 1]], check_valid='z')", "legacy.negative_binomial(0, 0.5)",
    "legacy.noncentral_chisquare(0, 1)", "legacy.noncentral_chisquare(1, -1)", "legacy.noncentral_f(1, 1, -1)",
    "legacy.normal(0, [1, -1])", "legacy.normal(0, 1, -1)", "legacy.pareto(0)", "legacy.poisson(-1)",
    "legacy.poisson(1e20)", "legacy.power(0)", "legacy.rayleigh(-1)", "legacy.standard_t(0)",
    "legacy.standard_gamma(-1)", "legacy.tomaxint(-1)", "legacy.triangular(2, 1, 3)", "legacy.triangular(1, 3, 2)",
    "legacy.triangular(1, 1, 1)", "legacy.uniform([0, 1], [1, float('inf')])", "legacy.vonmises(0, -1)",
    "legacy.wald(0, 1)", "legacy.wald(1, 0)", "legacy.weibull(-1)", "legacy.zipf(1)", "legacy.seed(-1)",
    "legacy.seed([1, -1])", "legacy.seed([])", "legacy.seed(1.5)", "legacy.seed([[1, 2]])", "legacy.set_state(5)",
    "legacy.set_state(('MT', [1], 2))", "legacy.set_state({})", "legacy.set_state({'bit_generator': 'z'})",
    "np.random.RandomState([1, -1])", "np.random.RandomState(1.5)", "np.random.RandomState([])",
    "np.random.default_rng(1.5)", "np.random.default_rng([1, -1])", "np.random.default_rng({})",
    "np.random.Generator(5)", "np.random.PCG64('a')", "np.random.PCG64(-1)", "np.random.MT19937(-1)",
    "np.random.MT19937('a')", "np.random.SeedSequence(-1)", "np.random.SeedSequence(1.5)",
    "np.random.SeedSequence(1).generate_state('a')", "np.random.SeedSequence(1).generate_state(1, 'i4')",
    "np.random.choice(5, p=[1])", "np.random.shuffle(5)", "np.random.seed(2**32)", "np.random.set_state(('a', 1, 2))",
    "np.random.standard_normal('a')", "np.random.randint(5.5, 2)", "np.random.randint([1, 2], 0)",
    "np.random.randn(1, 'a')", "np.random.normal(loc=0, nothing=1)",
):
    attempt(source)
