# argwhere of a number: one place without coordinates, or none.
import numpy as np

for value in (5, 0, True, 2.5, np.array(0)):
    print(np.argwhere(value).shape, np.argwhere(value).dtype)
print(np.argwhere([0, 3, 0, 4]).tolist())
print(np.argwhere([[0, 1], [2, 0]]).tolist())
print([tuple(place) for place in np.argwhere(np.array(7))])
