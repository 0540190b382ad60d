"""numpy.lib.recfunctions: fields added, dropped, renamed; arrays of numbers in place of fields."""
import numpy as np
import numpy.lib.recfunctions as rfn
a = np.array([(1, 2.5), (3, 4.5)], dtype=[('x', int), ('y', float)])
print(rfn.structured_to_unstructured(a), rfn.structured_to_unstructured(a[['x']]), rfn.structured_to_unstructured(a, dtype=int))
print(rfn.unstructured_to_structured(np.arange(6).reshape(3, 2)), rfn.unstructured_to_structured(np.arange(4).reshape(2, 2), names=['p', 'q']))
print(rfn.unstructured_to_structured(np.arange(6.).reshape(2, 3), dtype=[('a', 'i4'), ('b', 'f8', (2,))]))
print(rfn.append_fields(a, 'z', [7, 8], usemask=False), rfn.append_fields(a, ['z', 'w'], [[7, 8], ['q', 'r']], usemask=False).dtype)
print(rfn.drop_fields(a, 'x', usemask=False), rfn.rename_fields(a, {'x': 'k'}), repr(rfn.rec_append_fields(a, 'z', [1, 2])))
print(rfn.repack_fields(a[['y']]), rfn.get_names(a.dtype), rfn.get_names_flat(a.dtype), repr(rfn.rec_drop_fields(a, ['y'])))
print(rfn.merge_arrays((np.array([1, 2]), np.array([1.5, 2.5, 3.5]))), rfn.merge_arrays((a, [9, 8]), flatten=True))
print(rfn.stack_arrays((a, a[:1]), usemask=False), rfn.apply_along_fields(np.mean, a), rfn.require_fields(a, [('y', 'f4'), ('n', 'i4')]))
b = np.zeros(2, dtype=[('y', 'f4'), ('x', 'i2')]); rfn.assign_fields_by_name(b, a); print(b)
for call in (lambda: rfn.structured_to_unstructured(np.arange(3)), lambda: rfn.unstructured_to_structured(np.array(3)), lambda: rfn.append_fields(a, ['p', 'q'], [[1, 2]]), lambda: rfn.unstructured_to_structured(np.eye(2), dtype='i4,i4,i4'), lambda: rfn.unstructured_to_structured(np.eye(2), dtype='i4,i4', names=['a']), lambda: rfn.apply_along_fields(np.mean, np.eye(2))):
    try: print(call())
    except ValueError as e: print(e)
