# Animations: made, and drawn as text by nnsh.
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import animation
from matplotlib.animation import ArtistAnimation, FuncAnimation, PillowWriter
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

fig, ax = plt.subplots()
line, = ax.plot([], [], lw=2)
ax.set_xlim(0, 4)
made = FuncAnimation(fig, lambda i: line.set_data(range(i), range(i)), frames=4, interval=50, blit=False, repeat=False)
print(type(made).__name__, isinstance(made, animation.Animation), list(made.new_frame_seq()))
print(list(FuncAnimation(fig, print, frames=[3, 5]).new_frame_seq()), PillowWriter(fps=5).fps)
print(list(FuncAnimation(fig, print, frames=lambda: iter("ab"), save_count=2).new_frame_seq()))
print(type(ArtistAnimation(fig, [[line], [line]], interval=10)).__name__)
print(plt.isinteractive())
plt.ion()
print(plt.isinteractive())
with plt.ioff():
    print(plt.isinteractive())
print(plt.isinteractive())
plt.ioff()
figure = Figure(figsize=(4, 2))
canvas = FigureCanvasAgg(figure)
print(type(figure.add_subplot(111)).__name__, canvas.get_width_height(), canvas.figure is figure)
canvas.draw()
hexagons = plt.figure().add_subplot().hexbin(np.random.RandomState(0).rand(50), np.random.RandomState(1).rand(50), gridsize=5)
print(type(hexagons).__name__, hexagons.get_array().sum(), hexagons.get_array().max())
made._draw_was_started = True
for each in plt.get_fignums():
    plt.close(each)
