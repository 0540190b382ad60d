# seaborn: palettes, lines through points, a grid of pairs kept in a file.
import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns

df = pd.DataFrame({"x": [1.0, 2.0, 3.0, 4.0], "y": [2.0, 3.9, 6.1, 8.0]})
palette = sns.color_palette("deep", 3)
print(len(palette), [round(float(v), 3) for v in palette[0]])
print([[round(float(v), 1) for v in c] for c in sns.color_palette("viridis", 3)], len(sns.color_palette()), len(sns.color_palette("Blues")))
for name in ("muted", "pastel", "bright", "dark", "colorblind"):
    print(name, sns.color_palette(name).as_hex()[:3], len(sns.color_palette(name)), sns.color_palette(name).as_hex()[9])
print(sns.color_palette(["red", "#00ff00"]), len(sns.color_palette("deep", 12)))
try:
    sns.color_palette("no such palette")
except ValueError as error:
    print(error)
ax = sns.regplot(data=df, x="x", y="y", ci=None)
print(ax.get_xlabel(), ax.get_ylabel(), len(ax.lines), len(ax.collections))
grid = sns.pairplot(df)
grid.savefig("pairs.png")
print(len(grid.axes) >= 2)
plt.close("all")
