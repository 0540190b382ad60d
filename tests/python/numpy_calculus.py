import numpy as np

x = np.array([1.0, 2, 4, 7, 11])
print(np.diff(x), np.diff(x, 2), np.diff(x, prepend=0), np.diff([1, 3], append=[7, 8]), np.ediff1d(x, to_begin=-9, to_end=[8, 9]))
print(np.gradient(x), np.gradient(x, 2), np.gradient(x, [0, 1, 3, 4, 7]), np.gradient([1, 4, 9, 16], edge_order=2))
m = np.arange(6.0).reshape(2, 3) ** 2
rows, columns = np.gradient(m)
print(rows, columns, np.gradient(m, axis=1), np.gradient(m, 2.0, 0.5)[1])
print(np.trapezoid(x), np.trapezoid(x, dx=2), np.trapezoid([1, 2, 3], [0, 1, 3]), np.trapezoid(m, axis=0))
print(np.cumulative_sum(x), np.cumulative_sum(m, axis=1, include_initial=True), np.cumulative_prod([1, 2, 3]))
print(np.interp(2.5, [1, 2, 3], [3, 2, 0]), np.interp([0, 1, 1.5, 3.14], [1, 2, 3], [3, 2, 0]),
      np.interp([0, 9], [1, 2], [3, 4], left=-1, right=-2), np.interp([-180, 5, 190], [190, -190, 350, -350], [5, 10, 3, 4], period=360))
print(np.convolve([1, 2, 3], [0, 1, 0.5]), np.convolve([1, 2, 3], [0, 1, 0.5], "same"), np.convolve([1, 2, 3], [1, 1], "valid"))
print(np.correlate([1, 2, 3], [0, 1, 0.5]), np.correlate([1, 2, 3], [0, 1, 0.5], "full"), np.convolve(x, np.ones(3) / 3, mode="valid"))
print(np.unwrap([0, 1, 6, 7, 0.5]), np.unwrap([0, 170, -170, 200], period=360), np.sinc([0, 0.5, 1]), np.fix([1.7, -1.7]))
print(np.hanning(5), np.hamming(5), np.blackman(5), np.bartlett(5), np.round(np.kaiser(5, 14), 6), np.round(np.i0([0, 1]), 6))
print(np.linspace([0, 1], [10, 20], 3), np.linspace(0, 1, 5, retstep=True), np.geomspace(1, 1000, 4), np.logspace(0, 3, 4, base=2))
