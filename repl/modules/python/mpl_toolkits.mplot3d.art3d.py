"""mpl_toolkits.mplot3d.art3d: what is drawn in space."""
from matplotlib._space import Line3D, Line3DCollection, Path3DCollection, Poly3DCollection, Text3D
