"""matplotlib.transforms: rectangles."""
import numpy as np


class Bbox:
    """A rectangle by two corners."""

    def __init__(self, points):
        self._points = np.asarray(points, dtype=float)

    @staticmethod
    def from_bounds(x0, y0, width, height):
        return Bbox([[x0, y0], [x0 + width, y0 + height]])

    @staticmethod
    def from_extents(x0, y0, x1, y1):
        return Bbox([[x0, y0], [x1, y1]])

    @property
    def x0(self):
        return self._points[0, 0]

    @property
    def y0(self):
        return self._points[0, 1]

    @property
    def x1(self):
        return self._points[1, 0]

    @property
    def y1(self):
        return self._points[1, 1]

    @property
    def width(self):
        return self.x1 - self.x0

    @property
    def height(self):
        return self.y1 - self.y0

    @property
    def bounds(self):
        return self.x0, self.y0, self.width, self.height

    @property
    def extents(self):
        return self._points.ravel()

    def __repr__(self):
        return f"Bbox({self._points.tolist()})"
