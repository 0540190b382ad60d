# Cubic splines of scipy.ndimage, which are its default: images moved, turned and zoomed, in every way to go on at the edge.
import numpy as np
import scipy.ndimage as nd

a = np.arange(30.0).reshape(5, 6) * 7 % 11
volume = np.random.RandomState(0).rand(3, 4, 5)


def show(name, result):
    print(name, result.shape, result.dtype, (result.astype(float).round(6) + 0.0).ravel().tolist()[:12], round(float(result.sum()), 5))


for mode in ("constant", "nearest", "reflect", "mirror", "wrap", "grid-wrap", "grid-constant", "grid-mirror"):
    for order in (0, 1, 3):
        show((mode, order), nd.shift(a, (0.4, -1.3), order=order, mode=mode, cval=2.0))
        show("map", nd.map_coordinates(a, [[0.5, -0.7, 4.2, 6.1, -3.3, 2.0], [1.5, 2.2, 5.4, -1.2, 7.7, 3.0]], order=order, mode=mode))
        show("turned", nd.rotate(a, 25, order=order, mode=mode, reshape=False))
    show("filter", nd.spline_filter(a, mode=mode))
show("zoom", nd.zoom(a, 1.7))
show("zoom", nd.zoom(a, (0.5, 2)))
show("volume", nd.rotate(volume, 30))
show("whole", nd.rotate(a.astype(int), 45))
show("bytes", nd.zoom((a * 20).astype("uint8"), 2))
show("as they are", nd.shift(a, 0.5, prefilter=False))
show("one row", nd.shift(a[:1], (0, 0.5)))
for call in (lambda: nd.spline_filter(a, 1), lambda: nd.shift(a, 0.5, order=7), lambda: nd.shift(a, 0.5, mode="x")):
    try:
        show("", call())
    except Exception as error:
        print(type(error).__name__, error)
