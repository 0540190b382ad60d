# Axes in space: types, limits, names, views.
import matplotlib.pyplot as plt
import numpy as np
from mpl_toolkits.mplot3d import Axes3D
from mpl_toolkits.mplot3d.art3d import Poly3DCollection

fig = plt.figure()
ax = fig.add_subplot(111, projection="3d")
print(type(ax).__name__, ax.name, isinstance(ax, Axes3D), len(fig.axes))
points = ax.scatter([1, 2, 3], [4, 5, 6], [7, 8, 9], c=[0, 1, 2], cmap="viridis", marker="o")
print(type(points).__name__)
for set_name, name in ((ax.set_xlabel, "X"), (ax.set_ylabel, "Y"), (ax.set_zlabel, "Z"), (ax.set_title, "title")):
    set_name(name)
ax.view_init(30, 45)
print(ax.elev, ax.azim, ax.get_zlabel(), ax.get_xlabel(), ax.get_title())
line = ax.plot([0, 1], [0, 1], [0, 1], label="line")
print(type(line[0]).__name__, [v.tolist() for v in line[0].get_data_3d()])
X, Y = np.meshgrid(np.linspace(-1, 1, 5), np.linspace(-1, 1, 5))
surface = ax.plot_surface(X, Y, X ** 2 + Y ** 2, cmap="viridis", rstride=1, cstride=1, linewidth=0)
print(type(surface).__name__, isinstance(surface, Poly3DCollection))
fig.colorbar(surface)
print(type(ax.plot_wireframe(X, Y, X * Y, color="k")).__name__, ax.get_legend_handles_labels()[1])
print(np.round(ax.get_xlim(), 5), np.round(ax.get_ylim(), 5), np.round(ax.get_zlim(), 5))
print(ax.set_zlim(0, 5), ax.set_xlim(-2, 2), ax.get_zlim(), ax.get_xlim3d(), ax.set_ylim3d(0, 1))
two = plt.figure().add_subplot(projection="3d")
two.bar3d([0, 1], [0, 1], [0, 0], .5, .5, [1, 2])
two.text(0, 0, 0, "here")
two.text2D(0, 0, "page")
two.quiver(0, 0, 0, 1, 1, 1, length=.5, normalize=True)
two.set_zticks([0, 1])
two.set_zticklabels(["low", "high"])
two.set_box_aspect((1, 1, 1))
two.set_proj_type("ortho")
three = plt.axes(projection="3d")
three.plot3D([0, 1], [1, 0], [0, 1])
print(type(three.scatter3D([0], [1], [2])).__name__, plt.subplot(projection="3d").name)
fig, ax = plt.subplots(1, 2, subplot_kw={"projection": "3d"})
print([type(a).__name__ for a in ax])
try:
    plt.figure().add_subplot(projection="4d")
except ValueError as error:
    print(error)
line[0].set_data_3d([0], [1], [2])
print([list(v) for v in line[0].get_data_3d()])
line[0].set_data([3], [4])
line[0].set_3d_properties(5)
