# format() of arrays: one of no dimensions is formatted as its item.
import numpy as np
print(f"{np.array(1.5):.3f}", format(np.array(7), "05d"), format(np.array("ab"), ">5") + "|", f"{np.float32(2.5):8.2e}")
print(f"{np.array([1.5])}", format(np.array([1, 2]), ""))
try:
    format(np.array([1.5]), ".3f")
except TypeError as error:
    print(error)
