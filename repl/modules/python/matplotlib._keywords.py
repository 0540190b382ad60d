"""Every keyword (property) of an artist: 'drawn', or why it is ignored. Aliases follow the names.

tests/program/pyplot_rows.py draws each 'drawn' row in two ways and compares the cells.
"""
_CELL = "cells have one size and one weight"
_FONT = "a terminal has one font"
_ORDER = "images, fills, lines and texts are drawn in this order"
_PAINT = "cells are not painted over"
_EVENT = "nobody points at a cell"
_FILE = "it concerns vector files"
_EDGE = "an edge is thinner than a cell"

COMMON = {
    'agg_filter': _PAINT, 'animated': _EVENT, 'clip_box': _PAINT, 'clip_on': _PAINT, 'clip_path': _PAINT,
    'figure': "it is known", 'gid': _FILE, 'in_layout': "cells are laid out by the size of the terminal",
    'label': 'drawn', 'mouseover': _EVENT, 'path_effects': _PAINT, 'picker': _EVENT, 'rasterized': _FILE,
    'sketch_params': _PAINT, 'snap': _CELL, 'url': _FILE, 'visible': 'drawn', 'zorder': _ORDER,
}
LINE = {
    'alpha': "what is behind a line is the terminal's", 'antialiased': _CELL, 'color': 'drawn', 'dash_capstyle': _EDGE,
    'dash_joinstyle': _EDGE, 'dashes': 'drawn', 'data': 'drawn', 'drawstyle': 'drawn', 'fillstyle': _CELL,
    'gapcolor': _PAINT, 'linestyle': 'drawn', 'linewidth': _CELL, 'marker': 'drawn', 'markeredgecolor': _EDGE,
    'markeredgewidth': _EDGE, 'markerfacecolor': 'drawn', 'markerfacecoloralt': _CELL, 'markersize': 'drawn',
    'markevery': 'drawn', 'pickradius': _EVENT, 'solid_capstyle': _EDGE, 'solid_joinstyle': _EDGE,
    'transform': 'drawn', 'xdata': 'drawn', 'ydata': 'drawn',
}
PATCH = {
    'alpha': 'drawn', 'antialiased': _CELL, 'capstyle': _EDGE, 'color': 'drawn', 'edgecolor': 'drawn',
    'edgegapcolor': _EDGE, 'facecolor': 'drawn', 'fill': 'drawn', 'hatch': _CELL, 'hatch_linewidth': _CELL,
    'hatchcolor': _CELL, 'joinstyle': _EDGE, 'linestyle': _EDGE, 'linewidth': _EDGE, 'transform': _PAINT,
}
RECTANGLE = {'angle': _CELL, 'bounds': 'drawn', 'height': 'drawn', 'width': 'drawn', 'x': 'drawn', 'xy': 'drawn',
             'y': 'drawn'}
TEXT = {
    'alpha': _PAINT, 'antialiased': _CELL, 'backgroundcolor': _PAINT, 'bbox': _PAINT, 'color': 'drawn',
    'fontfamily': _FONT, 'fontfeatures': _FONT, 'fontproperties': _FONT, 'fontsize': _FONT, 'fontstretch': _FONT,
    'fontstyle': _FONT, 'fontvariant': _FONT, 'fontweight': _FONT, 'fontname': _FONT, 'horizontalalignment': 'drawn',
    'language': _FONT, 'linespacing': _CELL, 'math_fontfamily': _FONT, 'multialignment': _CELL, 'parse_math': _FONT,
    'position': 'drawn', 'rotation': "cells do not turn", 'rotation_mode': "cells do not turn", 'text': 'drawn',
    'transform': 'drawn', 'transform_rotates_text': "cells do not turn", 'usetex': _FONT,
    'verticalalignment': 'drawn', 'wrap': "lines end where the axes end", 'x': 'drawn', 'y': 'drawn',
    'anncoords': _PAINT, 'annotation_clip': _PAINT,
}
COLLECTION = {
    'alpha': 'drawn', 'antialiased': _CELL, 'array': 'drawn', 'capstyle': _EDGE, 'clim': 'drawn', 'cmap': 'drawn',
    'color': 'drawn', 'colors': 'drawn', 'edgecolor': _EDGE, 'facecolor': 'drawn', 'gapcolor': _PAINT, 'hatch': _CELL,
    'hatch_linewidth': _CELL, 'hatchcolor': _CELL, 'joinstyle': _EDGE, 'linestyle': _EDGE, 'linewidth': _EDGE,
    'norm': 'drawn', 'offset_transform': _PAINT, 'offsets': 'drawn', 'paths': _CELL, 'pickradius': _EVENT,
    'segments': 'drawn', 'sizes': 'drawn', 'transform': _PAINT, 'urls': _FILE, 'verts': 'drawn',
}
IMAGE = {
    'alpha': 'drawn', 'array': 'drawn', 'clim': 'drawn', 'cmap': 'drawn', 'data': 'drawn', 'extent': 'drawn',
    'filternorm': _CELL, 'filterrad': _CELL, 'interpolation': "pixels smaller than a cell are averaged",
    'interpolation_stage': "pixels smaller than a cell are averaged", 'norm': 'drawn', 'resample': _CELL,
    'transform': _PAINT,
}
AXES = {
    'adjustable': _CELL, 'alpha': _PAINT, 'anchor': _CELL, 'aspect': 'drawn', 'autoscale_on': 'drawn',
    'autoscalex_on': 'drawn', 'autoscaley_on': 'drawn', 'axes_locator': _CELL, 'axisbelow': _ORDER,
    'box_aspect': _CELL, 'facecolor': "the background is the terminal's", 'forward_navigation_events': _EVENT,
    'frame_on': "the lines are the axes themselves", 'navigate': _EVENT, 'navigate_mode': _EVENT, 'position': 'drawn',
    'prop_cycle': 'drawn',
    'rasterization_zorder': _FILE, 'subplotspec': 'drawn', 'title': 'drawn', 'transform': _PAINT, 'xbound': 'drawn',
    'xinverted': 'drawn', 'xlabel': 'drawn', 'xlim': 'drawn', 'xmargin': "data fills the cells", 'xscale': 'drawn',
    'xticklabels': 'drawn', 'xticks': 'drawn', 'ybound': 'drawn', 'yinverted': 'drawn', 'ylabel': 'drawn',
    'ylim': 'drawn', 'ymargin': "data fills the cells", 'yscale': 'drawn', 'yticklabels': 'drawn', 'yticks': 'drawn',
}
FIGURE = {
    'alpha': _PAINT, 'canvas': _FILE, 'constrained_layout': "cells are laid out by the size of the terminal",
    'constrained_layout_pads': _CELL, 'dpi': _CELL, 'edgecolor': _PAINT,
    'facecolor': "the background is the terminal's",
    'figheight': 'drawn', 'figwidth': 'drawn', 'frameon': _PAINT,
    'layout_engine': "cells are laid out by the size of the terminal", 'linewidth': _EDGE, 'size_inches': 'drawn',
    'tight_layout': "cells are laid out by the size of the terminal", 'transform': _PAINT,
}
ALIASES = {
    'aa': 'antialiased', 'antialiaseds': 'antialiased', 'c': 'color', 'ds': 'drawstyle', 'ls': 'linestyle',
    'lw': 'linewidth', 'mec': 'markeredgecolor', 'mew': 'markeredgewidth', 'mfc': 'markerfacecolor',
    'mfcalt': 'markerfacecoloralt', 'ms': 'markersize', 'ec': 'edgecolor', 'fc': 'facecolor',
    'linestyles': 'linestyle', 'edgecolors': 'edgecolor', 'facecolors': 'facecolor', 'linewidths': 'linewidth',
    'transOffset': 'offset_transform', 'family': 'fontfamily', 'font': 'fontproperties',
    'font_properties': 'fontproperties', 'ha': 'horizontalalignment', 'name': 'fontname', 'size': 'fontsize',
    'style': 'fontstyle', 'va': 'verticalalignment', 'variant': 'fontvariant', 'weight': 'fontweight',
    'ma': 'multialignment', 'stretch': 'fontstretch',
}
# Keywords of functions that are not properties of an artist.
LEGEND = {
    'loc': "a legend stands above its axes", 'numpoints': _CELL, 'markerscale': _CELL, 'markerfirst': _CELL,
    'reverse': 'drawn', 'scatterpoints': _CELL, 'scatteryoffsets': _CELL, 'prop': _FONT, 'fontsize': _FONT,
    'labelcolor': _CELL, 'borderpad': _CELL, 'labelspacing': _CELL, 'handlelength': _CELL, 'handleheight': _CELL,
    'handletextpad': _CELL, 'borderaxespad': _CELL, 'columnspacing': _CELL, 'ncols': "entries fill the row",
    'mode': _CELL, 'fancybox': _EDGE, 'shadow': _PAINT, 'title': 'drawn', 'title_fontsize': _FONT,
    'framealpha': _PAINT, 'edgecolor': _EDGE, 'facecolor': _PAINT, 'linewidth': _EDGE, 'bbox_to_anchor': _CELL,
    'bbox_transform': _CELL, 'frameon': _EDGE, 'handler_map': _CELL, 'title_fontproperties': _FONT,
    'alignment': _CELL, 'ncol': "entries fill the row", 'draggable': _EVENT,
    'handles': 'drawn', 'labels': 'drawn',
}
TABLE = {'Artist': COMMON, 'Line2D': LINE, 'Patch': PATCH, 'Rectangle': RECTANGLE, 'Text': TEXT,
         'Collection': COLLECTION, 'AxesImage': IMAGE, 'Axes': AXES, 'Figure': FIGURE, 'Legend': LEGEND}
