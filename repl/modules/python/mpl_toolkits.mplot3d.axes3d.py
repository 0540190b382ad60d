"""mpl_toolkits.mplot3d.axes3d: axes in space."""
from matplotlib._space import Axes3D
