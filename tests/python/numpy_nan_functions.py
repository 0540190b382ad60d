import warnings

import numpy as np

warnings.simplefilter("ignore")
x = np.array([1.0, np.nan, 3.0, 5.0])
m = np.array([[1, np.nan, 3], [4, 5, np.nan]])
print(np.nansum(x), np.nanmean(x), np.nanstd(x), np.nanvar(x, ddof=1), np.nanprod(x), np.nanmedian(x))
print(np.nanmin(m), np.nanmax(m, axis=0), np.nanargmin(m), np.nanargmax(m, axis=1))
print(np.nansum(m, axis=0), np.nanmean(m, axis=1, keepdims=True), np.nanstd(m, axis=0), np.nanvar(m))
print(np.nanmedian(m, axis=1), np.nanpercentile(m, 50), np.nanpercentile(m, [25, 75], axis=1), np.nanquantile(m, 0.5, axis=0))
print(np.nancumsum(x), np.nancumprod(x), np.nanmean(np.float32([1, np.nan])), np.nanmax([1, 2, 3]), np.nansum([1, 2]))
print(np.nan_to_num([np.nan, np.inf, -np.inf, 1.5]), np.nan_to_num([np.nan, np.inf], nan=-1, posinf=9), np.nan_to_num(np.nan))
print(np.nanmean([np.nan]), np.nanmin([np.nan, np.nan]), np.nanmean(m[:, 1:], axis=0))
try:
    np.nanargmax([np.nan, np.nan])
except ValueError as error:
    print(error)
filled = np.where(np.isnan(m), np.nanmean(m, axis=0), m)
print(filled, np.isposinf([1, np.inf]), np.isneginf([-np.inf, 1]))
