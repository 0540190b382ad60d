# scipy.ndimage with kernels of even lengths, origins, derivatives, volumes that turn, and what it raises.
import numpy as np
import scipy.ndimage as nd
from scipy import stats

a = np.arange(20.0).reshape(4, 5) % 7
volume = np.arange(24.0).reshape(2, 3, 4)


def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", (result.round(6) + 0.0).tolist() if isinstance(result, np.ndarray) else result)
    except Exception as error:
        print(source, type(error).__name__, error)


for source in ("nd.convolve(a, [[1, 2], [3, 4]])", "nd.convolve(a, [[1, 2, 3, 4]])", "nd.correlate(a, [[1, 2], [3, 4]])",
               "nd.convolve(a, [[1], [2]], mode='constant')", "nd.convolve(a, np.ones((3, 3)), origin=1)",
               "nd.correlate(a, np.ones((3, 3)), origin=(1, 0))", "nd.convolve(a, np.ones((3, 3)), origin=2)",
               "nd.convolve(a, [1, 2])", "nd.convolve(a, [[1]], mode='nothing')", "nd.gaussian_filter(a, 1, order=1)",
               "nd.gaussian_filter(a, 1, order=(0, 2))", "nd.gaussian_filter1d(a, 1.5, order=3)", "nd.gaussian_filter(a, 1, order=-1)",
               "nd.gaussian_filter(a, (1, 2, 3))", "nd.uniform_filter(a, 2)", "nd.uniform_filter(a, (2, 3), origin=(-1, 1))",
               "str(nd.uniform_filter(a, 3, output='float32').dtype)", "nd.correlate1d(a, [1, 2, 3], origin=1)",
               "nd.correlate1d(a, [1, 2, 3], origin=2)", "nd.correlate1d(a, [1, 2], origin=-1)",
               "nd.shift(a, (0.5, 1), output=int, order=1)", "nd.convolve(a.astype(int), np.ones((2, 2)), output=np.float64)",
               "nd.zoom(a, 2, np.zeros((2, 2)), order=1)", "nd.shift(a, (1, 0), np.zeros((4, 5)), order=1)",
               "nd.rotate(volume, 30, order=1)[1]", "nd.rotate(volume, 30, axes=(1, 2), order=1, reshape=False)[0]",
               "nd.rotate(np.zeros(3), 30, order=1)", "nd.rotate(a, 30, axes=(0, 5), order=1)", "nd.rotate(a, 30, axes=(0,), order=1)",
               "nd.rotate(a, 20, axes=(-1, 0), order=0)", "nd.rotate(a, 30, order=7)", "nd.zoom(a, 2, order=-1)",
               "nd.shift(a, 1, order=6)", "nd.shift(a, (1, 2, 3), order=1)", "stats.norm(0, 1).nothing", "stats.norm(2, 1)._nothing",
               "float(stats.norm(2, 1).cdf(2))"):
    attempt(source)
