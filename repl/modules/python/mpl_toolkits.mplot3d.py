"""mpl_toolkits.mplot3d: axes in space, as matplotlib's projection='3d' gives them."""
from matplotlib._space import Axes3D
from mpl_toolkits.mplot3d import axes3d
