# In which order the axes of new arrays lie in memory.
import numpy as np

rows = np.array([[1, 2], [3, 4]])
columns = np.array([[1, 2], [3, 4]], order='F')
print(rows.flags.c_contiguous, rows.flags.f_contiguous, columns.flags.c_contiguous, columns.flags.f_contiguous)
print(np.copy(columns).strides, columns.copy().strides, np.asarray(columns, order='C').strides)
print(np.asarray(columns) is columns, np.asarray(rows, order='F').strides, np.array(rows, order='F').strides)
for like in (np.zeros_like, np.ones_like, np.empty_like):
    print(like(columns).strides, like(columns, order='C').strides, like(rows, order='F').strides)
print(np.full_like(columns, 3).strides, np.full((2, 3), 1, order='F').strides, np.eye(2, 3, order='F').strides)
print((columns + 1).strides, np.sin(columns).strides, (columns == columns).strides, (columns * rows).strides)
print((columns + 1j).strides, (rows.T + columns).strides, np.maximum(columns, 2).strides)
cube = np.zeros((2, 3, 4)).transpose(1, 2, 0)
print((cube + 1).strides, np.zeros_like(cube).strides, (cube[0] - cube[1]).strides, (cube + np.zeros(2)).strides)
print(np.delete(columns, 0, axis=0).flags.f_contiguous, np.insert(columns, 1, 9, axis=1).flags.f_contiguous)
print(columns.ravel(order='K'), rows.ravel(order='K'), (columns * 2).ravel(order='A'))
print(np.reshape(rows, 4, copy=True), rows.reshape((4, 1), copy=False).base is rows)
try:
    columns.reshape(4, copy=False)
except ValueError as error:
    print(error)
