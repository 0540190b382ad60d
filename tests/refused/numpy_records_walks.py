import numpy as np
import numpy.lib.recfunctions as rfn
from refusals import refuses, report

pair = np.array([(1, 2.0)], dtype=[('a', 'i4'), ('b', 'f8')])
shaped = np.dtype([('x', 'i4', (2,))])['x']
refuses(NotImplementedError, "a dtype of arrays is there as the dtype of a record's field only", np.zeros, 3, shaped)
refuses(NotImplementedError, 'void() is there for records: give it a dtype with fields', np.void, b'abc')
refuses(NotImplementedError, 'void() is there for records: give it a dtype with fields', np.void, 5, 'i4')
refuses(NotImplementedError, 'void() makes one record, not an array of them', np.void, [(1, 2.0)], pair.dtype)
refuses(NotImplementedError, 'repack_fields(align=True) is not there: fields are packed', rfn.repack_fields, pair, True)
refuses(NotImplementedError, 'stack_arrays() gives no masked arrays: usemask=False', rfn.stack_arrays, (pair, pair))
report()
