import io
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.image import AxesImage
from refusals import refuses, report

fig, ax = plt.subplots()
NONE = NotImplementedError
Z = np.arange(6.0).reshape(2, 3)

refuses(NONE, "inset_axes: axes in cells do not overlap", ax.inset_axes, [0, 0, 0.5, 0.5])
refuses(NONE, "secondary_xaxis: cells show one x axis", ax.secondary_xaxis, 'top')
refuses(NONE, "secondary_yaxis: twinx gives a second y axis", ax.secondary_yaxis, 'right')
refuses(NONE, "twiny: cells show one x axis; twinx gives a second y axis", ax.twiny)
refuses(NONE, "projection='mollweide': cells show maps of the world on flat axes only", fig.add_subplot, projection='mollweide')
refuses(NONE, "errorbar: limits (lolims, uplims) are not drawn", ax.errorbar, [1], [1], yerr=[1], lolims=True)
refuses(NONE, "table: print() shows tables", ax.table, cellText=[['a']])
refuses(NONE, "hexbin counts points: bins and C are not there", ax.hexbin, [1, 2], [1, 2], C=[1, 2])
refuses(NONE, "hexbin counts points: bins and C are not there", ax.hexbin, [1, 2], [1, 2], bins='log')
refuses(NONE, "tricontourf: contourf draws values on a grid", ax.tricontourf, [1, 2, 3], [1, 2, 1], [1, 2, 3])
refuses(NONE, "scale 'logit': axes in cells are 'linear', 'log' or 'symlog'", ax.set_yscale, 'logit')
refuses(NONE, "scale 'asinh': axes in cells are 'linear', 'log' or 'symlog'", ax.set_xscale, 'asinh')
refuses(NONE, "savefig writes text: open a file by its name", fig.savefig, io.BytesIO())
refuses(NONE, "subfigures: a GridSpec inside a cell of another (subgridspec) is drawn", fig.subfigures, 1, 2)
refuses(NONE, "imsave: pictures are written as png, jpg and bmp, not as pdf", plt.imsave, 'x.pdf', Z)
refuses(NONE, "imsave: pictures are written as png, jpg and bmp, not as svg", plt.imsave, 'x.svg', Z)
refuses(NONE, "pictures are written as PNG, JPEG or BMP, not as TIFF", plt.imsave, 'x.tif', Z)
refuses(NONE, "arrays of axes have one or two dimensions here, not 3", plt.subplots(2, 2)[1].reshape, 1, 2, 2)

round_axes = plt.figure().add_subplot(projection='polar')
round_axes.imshow(Z)
refuses(NONE, "polar axes draw lines, points, bars, filled shapes and words; not a AxesImage", plt.savefig, 'x.txt')
report()
