# Polar axes.
import matplotlib.pyplot as plt
import numpy as np

t = np.linspace(0, 2 * np.pi, 50)
ax = plt.subplot(111, projection="polar")
line, = ax.plot(t, np.abs(np.sin(t)))
print(type(ax).__name__, ax.name, type(line).__name__)
ax.set_rmax(2)
ax.set_title("rose")
print(ax.get_rmax(), ax.get_title(), ax.get_theta_direction(), ax.get_theta_offset())
ax.set_theta_zero_location("N")
ax.set_theta_direction(-1)
print(ax.get_theta_direction(), round(ax.get_theta_offset(), 4))
ax.set_theta_offset(1)
ax.fill(t, t * 0 + 1, alpha=.1)
print(len(ax.bar([0, 1], [1, 2], width=.5)), len(plt.polar([0, 1], [1, 2])), len(ax.lines))
ax.set_rticks([.5, 1])
ax.set_rgrids([1, 2])
ax.set_thetagrids([0, 90])
ax.set_xticks([0, 1])
ax.set_xticklabels(["a", "b"])
ax.set_rlabel_position(45)
ax.set_rmin(0)
print(ax.get_rmin(), ax.set_rlim(0, 3), ax.get_rmax())
other = plt.figure().add_subplot(polar=True)
print(other.name, plt.subplots(subplot_kw=dict(polar=True))[1].name)
try:
    ax.set_theta_direction("up")
except ValueError:
    print("ValueError")
