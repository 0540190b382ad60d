# matplotlib: what an Axes and its sides know and take.
import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt

fig, ax = plt.subplots()
ax.plot([0, 1, 2], [3, 5, 4])
ax.set_ybound(0, 10)
print(ax.get_ybound(), ax.get_ylim())
ax.invert_xaxis()
left, right = ax.get_xlim()
print(left > right)
ax.set_xinverted(False)
ax.set_yinverted(True)
print(ax.get_xlim()[0] < ax.get_xlim()[1], ax.get_ylim())
print(type(ax.get_xaxis()).__name__, type(ax.get_yaxis()).__name__)
ax.set_xmargin(0.1)
ax.set_ymargin(0.2)
ax.set_autoscale_on(True)
ax.set_autoscalex_on(True)
ax.set_autoscaley_on(True)
ax.relim()
ax.autoscale_view()
ax.set_axisbelow(True)
ax.set_box_aspect(1)
ax.minorticks_on()
ax.minorticks_off()
ax.grid(True)
print(type(list(ax.get_xgridlines())).__name__, type(list(ax.get_ygridlines())).__name__)
ax.xaxis.set_label_position("top")
ax.xaxis.tick_top()
ax.xaxis.tick_bottom()
ax.yaxis.tick_right()
ax.yaxis.tick_left()
ax.yaxis.set_ticks_position("left")
ax.xaxis.set_label_coords(0.5, -0.1)
ax.xaxis.set_visible(False)
print(ax.xaxis.get_visible(), ax.yaxis.get_visible(), type(list(ax.yaxis.get_gridlines())).__name__,
      type(list(ax.yaxis.get_ticklines())).__name__)
ax.set_xticks([0, 1, 2])
tick = ax.xaxis.get_major_ticks()[1]
print(float(tick.get_loc()) in (0.0, 1.0))
tick.set_pad(3)
tick.set_visible(False)
for name in ("set_label_position", "set_ticks_position"):
    try:
        getattr(ax.xaxis, name)("middle")
    except ValueError as error:
        print(error)
