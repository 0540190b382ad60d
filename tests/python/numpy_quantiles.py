import numpy as np

x = np.array([7, 1, 3, 9, 4, 6])
a = np.arange(12.0).reshape(3, 4)
print(np.percentile(x, 50), np.percentile(x, [25, 50, 75]), np.quantile(x, 0.3), np.quantile(x, [0.1, 0.9]))
print(np.percentile(a, 30, axis=0), np.percentile(a, [10, 90], axis=1), np.percentile(a, 50, axis=(0, 1)),
      np.percentile(a, 50, axis=1, keepdims=True))
for method in ("lower", "higher", "nearest", "midpoint", "hazen", "weibull", "median_unbiased", "normal_unbiased",
               "inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf"):
    print(method, np.percentile(x, 40, method=method))
print(np.quantile([1, 2, 3, 4], [[0.1, 0.2], [0.3, 0.4]]), np.percentile([1, np.nan], 50),
      np.percentile(np.float32([1, 2, 4]), 30))
print(np.quantile(x, 0.5, weights=[1, 1, 1, 5, 1, 1], method="inverted_cdf"))
print(np.median(x), np.median(a, axis=0), np.median(np.arange(24).reshape(2, 3, 4), axis=(0, 1)), np.median(a, axis=(0, 1), keepdims=True))
q1, q3 = np.percentile(x, [25, 75])
print(q3 - q1, x[(x < q1 - 1.5 * (q3 - q1)) | (x > q3 + 1.5 * (q3 - q1))])
for bad in (lambda: np.percentile(x, 101), lambda: np.quantile(x, -0.1), lambda: np.percentile(x, 5, method="foo")):
    try:
        bad()
    except ValueError as error:
        print(error)
