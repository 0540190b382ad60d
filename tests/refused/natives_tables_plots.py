# The native halves of modules, which Python's halves call with what they have checked, called with what they cannot use.
import numpy as np
import _frames
import _pandas
import _pictures
import _pyplot
import _sklearn_machine
import _sklearn_tree
from refusals import refuses, report

numbers = np.arange(3.0)
square = np.zeros((3, 3))
whole = np.arange(3)


refuses(TypeError, "an exception is wanted", _frames.trace, 5)
refuses(TypeError, "an exception is wanted", _frames.format, ValueError)
refuses(TypeError, "an exception is wanted", _frames.line, None)
refuses(ValueError, "two columns of float64 of one length are wanted", _pandas.moments, numbers, np.arange(2.0))
refuses(ValueError, "two columns of float64 of one length are wanted", _pandas.moments, whole, numbers)
refuses(TypeError, "a bytes-like object is required, not 'str'", _pictures.decode, "GIF")
refuses(TypeError, "a bytes-like object is required, not 'int'", _pictures.open_stored, 5)
refuses(ValueError, "channels must be 0, 1, 3 or 4, got 2", _pictures.decode, b"", 2)
refuses(ValueError, "there is no filter called 'square'", _pictures.resize, np.zeros((1, 2, 2, 1)), 3, 3, "square", "pillow")
refuses(TypeError, "Length of x must match number of columns in z", _pyplot.contour, numbers, numbers, np.zeros((3, 2)), 0.5)
refuses(ValueError, "3 axes for a grid of 2 rows and 2 columns", _pyplot.axes_grid, [1, 2, 3], 2, 2, False)

drawing = _pyplot.Drawing(6.4, 4.8)
refuses(RuntimeError, "axes() comes first", drawing.line, [1], [1])
drawing.axes(0, 0, 1, 1)
refuses(ValueError, "2 x for 1 y", drawing.line, [1, 2], [1])
refuses(ValueError, "1 entries for 2 points", drawing.line, [1, 2], [1, 2], colours=[5])
refuses(TypeError, "rectangles have two corners", drawing.rectangles, [1], [1], None, None)
refuses(ValueError, "256 colours and four ends are wanted", drawing.image, square, [1, 2], 0, 1, [0, 1, 0, 1])
refuses(ValueError, "a label for each tick is wanted", drawing.side, "x", "a", False, False, 0, 1, [1, 2], ["a"])
refuses(ValueError, "columns and rows must be from 1 to 1000", drawing.render, 0, 5)
refuses(ValueError, "columns and rows must be from 1 to 1000", drawing.render, 5, 1001)

refuses(ValueError, "the kernel does not fit the labels", _sklearn_machine.minimize, square, np.arange(2.0), numbers, numbers,
        0.1, True, 10)
refuses(ValueError, "the rows have different lengths", _sklearn_machine.radial, square, np.zeros((3, 2)), 1.0)
refuses(ValueError, "rows, labels and weights do not fit", _sklearn_tree.grow, square, whole, np.ones(2), 3, 0, False, 0, 5, 2, 1, 0.0,
        3, -1, 0.0)
refuses(ValueError, "the rows do not fit the tree", _sklearn_tree.leaves, square, np.array([1]), np.array([2]), np.array([0]),
        np.array([0.5]))
report()
