import numpy as np

prices = np.array([1.5, None, 2.5], dtype=object)
print(prices[prices != None].sum())
print(prices.sum())
