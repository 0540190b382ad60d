# Errors of histograms, linalg, fft, pad and calculations along axes.
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
    "np.histogram(v, 3, range=5)", "np.histogram(v, 3, range=(0,))", "np.histogram(v, 3, range='ab')",
    "np.histogram(v, 3, range=(0, float('nan')))", "np.histogram(v, -1)", "np.histogram([float('inf')])",
    "np.histogram(names)", "np.histogram(v, 'a', range=(0, 1))", "np.histogram(v, weights=a)",
    "np.histogram_bin_edges(v, 'z')", "np.histogram_bin_edges(v, a)",
    "np.histogram_bin_edges([], 'auto', range=(3, 1))", "np.histogram2d([1], [1], bins=-1)",
    "np.histogram2d([1], [1], range=[(0, 1)])", "np.histogram2d([1], [1], bins='a')",
    "np.histogram2d([1, 2], [1, 2], weights=[1])", "np.histogramdd(a, [0, 1, 1])",
    "np.histogramdd(a, [[1, 0], 1, 1])", "np.histogramdd(a, [[[1, 0]], 1, 1])", "np.histogramdd(a, 1.5)",
    "np.histogramdd(a, 'a')", "np.histogramdd(cube)", "np.histogramdd(a, 2, weights=[1])",
    "np.bincount([1], minlength=1.5)", "np.linalg.inv(5)", "np.linalg.inv(cube[0, 0])", "np.linalg.inv([[1, 2]])",
    "np.linalg.inv(people)", "np.linalg.inv(np.array([[1]], np.float16))", "np.linalg.inv(cube)",
    "np.linalg.solve(a, v)", "np.linalg.solve(square, [1, 2, 3])", "np.linalg.solve(square, np.zeros((3, 2)))",
    "np.linalg.solve(v, v)", "np.linalg.det(v)", "np.linalg.det(names)", "np.linalg.det([[1, 2]])",
    "np.linalg.slogdet(a)", "np.linalg.slogdet(5)", "np.linalg.eig(v)", "np.linalg.eig([[1, float('nan')], [1, 2]])",
    "np.linalg.eig([[float('inf'), 1], [1, 2]])", "np.linalg.eigvals(a)", "np.linalg.eigvals(v)",
    "np.linalg.eigvals([[float('nan')]])", "np.linalg.eigh(v)", "np.linalg.eigh(square, UPLO='z')",
    "np.linalg.eigh(square, UPLO=5)", "np.linalg.eigvalsh(a)", "np.linalg.eigvalsh(square, 'z')", "np.linalg.svd(5)",
    "np.linalg.svd(names)", "np.linalg.svd([[float('nan'), 1], [1, 2]])", "np.linalg.svd(a, hermitian=True)",
    "np.linalg.svdvals(v)", "np.linalg.cholesky(v)", "np.linalg.cholesky(-square)", "np.linalg.cholesky(names)",
    "np.linalg.qr(5)", "np.linalg.qr(square, mode=5)", "np.linalg.qr(names)", "np.linalg.lstsq(square, [1, 2, 3])",
    "np.linalg.lstsq(5, 5)", "np.linalg.lstsq(square, cube)", "np.linalg.norm(names)", "np.linalg.norm(v, 'nuc')",
    "np.linalg.norm(v, 'z')", "np.linalg.norm(square, 'x')", "np.linalg.norm(cube, 2)", "np.linalg.norm(cube, 'fro')",
    "np.linalg.norm(v, axis=(0, 1))", "np.linalg.norm(v, 1, axis=2)", "np.linalg.norm(square, 1, axis=(0, 5))",
    "np.linalg.norm(square, 3, axis=(0, 1))", "np.linalg.norm(square, 'a', axis=0)",
    "np.linalg.vector_norm(v, axis=5)", "np.linalg.vector_norm(v, ord='a')", "np.linalg.matrix_norm(v)",
    "np.linalg.matrix_norm(square, ord='z')", "np.linalg.matrix_power(v, 2)", "np.linalg.matrix_power(square, 'a')",
    "np.linalg.matrix_power(5, 2)", "np.linalg.matrix_rank([[float('nan')]])", "np.linalg.pinv(names)",
    "np.linalg.pinv(5)", "np.linalg.pinv([[float('nan')]])", "np.linalg.cond(a, 'z')", "np.linalg.cond(a, 1)",
    "np.linalg.cond(names)", "np.linalg.cond(np.zeros((0, 0)))", "np.linalg.multi_dot([])",
    "np.linalg.multi_dot([v, a])", "np.linalg.multi_dot([a, a, a])", "np.linalg.multi_dot(5)",
    "np.linalg.tensorsolve(square, v)", "np.linalg.tensorsolve(cube, v)", "np.linalg.tensorinv(a)",
    "np.linalg.tensorinv(square, ind=0)", "np.linalg.tensorinv(square, ind=5)", "np.linalg.cross([1, 2, 3], [1, 2])",
    "np.linalg.cross(v, v)", "np.linalg.outer(v, a)", "np.linalg.outer(5, 5)", "np.linalg.trace(5)",
    "np.linalg.diagonal(5)", "np.linalg.matrix_transpose(v)", "np.linalg.vecdot(v, a)", "np.linalg.matmul(v, a)",
    "np.linalg.tensordot(v, a)", "np.linalg.eigvals(np.array([['a']], object))", "np.fft.fft(5)", "np.fft.fft([])",
    "np.fft.fft(v, 0)", "np.fft.fft(v, -1)", "np.fft.fft(v, axis=5)", "np.fft.fft(v, axis='a')",
    "np.fft.fft(v, norm='z')", "np.fft.fft(v, norm=5)", "np.fft.ifft(v, 0)", "np.fft.ifft([])",
    "np.fft.ifft(v, axis=2)", "np.fft.rfft([])", "np.fft.rfft([1j])", "np.fft.rfft(v, 0)", "np.fft.rfft(v, axis=3)",
    "np.fft.rfft(v, norm='z')", "np.fft.rfft(5)", "np.fft.irfft([])", "np.fft.irfft([1])", "np.fft.irfft(v, 0)",
    "np.fft.irfft(v, axis=3)", "np.fft.irfft(5)", "np.fft.hfft(v, norm='z')", "np.fft.hfft([1])", "np.fft.ihfft([])",
    "np.fft.ihfft(v, norm='z')", "np.fft.fft2(v)", "np.fft.fft2(a, axes=(0, 5))", "np.fft.fft2(a, s=(1,))",
    "np.fft.fft2(a, s=(0, 1))", "np.fft.fft2(a, norm='z')", "np.fft.fftn(a, axes=(0, 7))",
    "np.fft.fftn(a, s=(1, 2), axes=(0,))", "np.fft.ifft2(v)", "np.fft.ifftn(a, axes=(5,))", "np.fft.rfft2(v)",
    "np.fft.rfftn(a, axes=(5,))", "np.fft.rfftn(a, axes=())", "np.fft.irfft2(v)", "np.fft.irfftn(a, axes=(3,))",
    "np.fft.fftfreq(0)", "np.fft.fftfreq(1.5)", "np.fft.fftfreq('a')", "np.fft.fftfreq(5, 0)", "np.fft.fftfreq(-1)",
    "np.fft.rfftfreq(1.5)", "np.fft.rfftfreq('a')", "np.fft.rfftfreq(0)", "np.fft.fftshift(v, 5)",
    "np.fft.fftshift(a, axes=(0, 5))", "np.fft.ifftshift(v, axes='a')", "np.fft.nothing", "np.pad(v, 'a', 'edge')",
    "np.pad(v, (1, -2))", "np.pad(a, [(1,), (2, 3)])", "np.pad(v, None)", "np.pad(v, 1, 5)",
    "np.pad(v, 1, 'constant', constant_values='a')", "np.pad(v, 1, 'constant', constant_values=(1, 2, 3))",
    "np.pad(v, 1, 'edge', constant_values=1)", "np.pad(v, 1, 'linear_ramp', stat_length=1)",
    "np.pad(v, 1, 'linear_ramp', end_values=(1, 2, 3))", "np.pad(v, 1, 'maximum', stat_length=-1)",
    "np.pad(v, 1, 'maximum', stat_length=0)", "np.pad(v, 1, 'minimum', stat_length=0)",
    "np.pad(v, 1, 'median', stat_length=(1, 2, 3))", "np.pad(empty, 1, 'reflect')", "np.pad(empty, 1, 'wrap')",
    "np.pad(empty, 1, 'maximum')", "np.pad(empty, 1, 'mean')", "np.pad(v, 1, 'empty', nothing=1)",
    "np.pad(v, 1, lambda *x: 1 / 0)", "np.pad(v, {0: 1, 5: 1})", "np.pad(names, 1, 'mean')", "np.convolve(v, v, 'z')",
    "np.convolve(v, v, 5)", "np.convolve(5, [])", "np.convolve(v, a)", "np.correlate(v, a)",
    "np.correlate(v, v, 'z')", "np.correlate([1], [])", "np.cross(v, v)", "np.cross(5, 5)", "np.tensordot(a, a, 5)",
    "np.tensordot(a, a, ([0, 1], [0]))", "np.tensordot(a, a, (0, 5))", "np.tensordot(a, a, 'a')",
    "np.tensordot(a, v, 1)", "np.kron(names, 1)", "np.vecdot(v, [1, 2])", "np.diff(v, 1.5)",
    "np.diff(v, prepend=[[1]])", "np.diff(5)", "np.diff([True, False], -1)", "np.gradient(v, 'a')",
    "np.gradient(v, 1, 2)", "np.gradient(a, axis=(0, 5))", "np.gradient([1, 2], edge_order=2)",
    "np.gradient(v, [1, 2, 3])", "np.cumulative_sum(a)", "np.cumulative_sum(v, axis=5)", "np.cumulative_prod(a)",
    "np.interp(1, v, [1, 2])", "np.interp(1, [[1]], [[1]])", "np.interp(1, v, a)", "np.interp(1, v, v, period='a')",
    "np.interp(1j, v, v)", "np.interp(1, [], [], period=1)", "np.apply_along_axis(len, 0, 5)",
    "np.apply_along_axis(lambda x: 1 / 0, 0, a)", "np.apply_over_axes(np.sum, a, [0, 5])",
    "np.apply_over_axes(lambda x, axis: np.zeros((2, 3, 4, 5)), a, 0)", "np.apply_over_axes(5, a, 0)",
    "np.fromiter([1, 2], int, 5)", "np.fromiter([1, 'a'], int)", "np.fromiter(v, 'z')", "np.fromfunction(len, 5)",
    "np.fromfunction(lambda x: 1 / 0, (2,))", "np.fromstring('a')", "np.fromstring('1 2', sep='')",
    "np.linspace(0, 1, None)", "np.linspace(0, 1, 'a')", "np.linspace([0, 1], [1, 2, 3])",
    "np.linspace(0, 1, 3, dtype='z')", "np.logspace(0, 1, -1)", "np.logspace(0, 1, 2.5)",
    "np.logspace(0, 1, base='a')", "np.geomspace(1, 0)", "np.geomspace(1, 2, -1)", "np.geomspace(1, 2, 2.5)",
    "np.arange('a')", "np.arange(1, 'a')", "np.arange(1, 2, 'a')", "np.arange(5, dtype='z')",
    "np.arange('2020-01', '2020-02')", "np.arange(np.datetime64('NaT'), np.datetime64('2020-01-01'))",
    "np.arange(np.datetime64('2020-01-01'), np.datetime64('2020-01-05'), 0)", "np.arange(days[0], days[1], days[0])",
    "np.arange(10**20)", "np.arange(0, 10**18)", "np.vander(5)", "np.vander(v, -1)", "np.vander(v, 'a')",
    "np.unwrap(v, axis=5)", "np.unwrap(v, discont='a')",
):
    attempt(source)
