# What cannot be taken apart, averaged or learned: the words of copies, of axes, and of numbers that grow beyond all bounds.
import pickle

import numpy as np
from sklearn.linear_model import SGDRegressor


def show(what, *arguments, **keywords):
    try:
        what(*arguments, **keywords)
        print('goes on')
    except Exception as e:
        print(type(e).__name__, e)


show(object().__reduce_ex__, 'a')
show(object().__reduce_ex__, 2.0)
show(np.quantile, [[1.0]], 0.5, axis=2)
show(np.median, [[1.0]], axis=(0, 5))
show(np.average, [[1.0]], axis=3, weights=[[1.0]])
show(np.average, [[1.0]], axis=(0, 3), weights=[[1.0]])
show(np.average, [[1.0]], axis=(0, 0))
show(np.median, [[1.0]], axis=(0, 0))
show(SGDRegressor(random_state=0, learning_rate='constant', eta0=1e300).fit, [[1e200], [2e200]], [1e200, 3.0])
show(pickle.dumps, (i for i in range(3)))
