import numpy as np
from refusals import refuses, report

pair = np.dtype([('a', 'i4'), ('b', 'f8')])
refuses(NotImplementedError, "fields of structured arrays cannot hold objects: field 'x'", np.dtype, [('x', object)])
report()
