"""Colour maps and named colours of matplotlib as C tables: views/colour_tables.h.

    python -P tests/golden/colour_maps.py

A ramp is stored as the fewest knots (place of 0..255, red, green, blue) between which straight lines stay within 1/255
of matplotlib's table of 256 colours; a list of colours is stored as it is. Reversed maps are read backwards and not
stored. Also writes tests/golden/colours.h: values that the C code is checked against.
"""
import pathlib

import matplotlib
import numpy as np
from matplotlib import colors

HERE = pathlib.Path(__file__).resolve().parent
ALL = [name for name in matplotlib.colormaps if not name.endswith("_r")]
LISTED = [name for name in ALL if matplotlib.colormaps[name].N < 256]
MAPS = ["viridis"] + sorted((n for n in ALL if n not in LISTED and n != "viridis"), key=lambda n: (n.lower(), n))
MOST_ERROR = 0.95


def rgb(value):
    r, g, b = (int(round(c * 255)) for c in value[:3])
    return f"0x{r:02x}{g:02x}{b:02x}"


def knots(table):
    """Greedy: from each knot the longest straight line that stays near all colours between."""
    exact = table[:, :3] * 255
    rounded = np.round(exact)
    found, at = [0], 0
    while at < 255:
        for to in range(255, at, -1):
            share = (np.arange(at, to + 1) - at)[:, None] / (to - at)
            line = rounded[at] + share * (rounded[to] - rounded[at])
            if to == at + 1 or np.abs(line - exact[at:to + 1]).max() <= MOST_ERROR:
                break
        at = to
        found.append(at)
    return [f"0x{i:02x}" + "".join(f"{int(c):02x}" for c in rounded[i]) for i in found]


def main():
    out = ["/* Made by tests/golden/colour_maps.py with matplotlib: do not edit. */", "#define COLOUR_MAP_ROWS(ROW) \\"]
    rows = []
    for name in MAPS:
        values = knots(matplotlib.colormaps[name]((np.arange(256) + 0.5) / 256))
        rows.append(f'  ROW("{name}", 0, {len(values)}, {", ".join(values)})')
    for name in LISTED:
        values = [rgb(c) for c in matplotlib.colormaps[name].colors]
        rows.append(f'  ROW("{name}", 1, {len(values)}, {", ".join(values)})')
    out.append(" \\\n".join(rows))
    out.append("")
    named = dict(colors.get_named_colors_mapping())
    names = sorted(n for n in named if not n.startswith("xkcd:"))
    out.append("#define COLOUR_NAME_ROWS(ROW) \\")
    out.append(" \\\n".join(f'  ROW("{n}", {rgb(colors.to_rgba(n))})' for n in names))
    (HERE.parent.parent / "views" / "colour_tables.h").write_text("\n".join(out) + "\n")

    checks = []
    for name in [n for n in MAPS if matplotlib.colormaps[n].N == 256] + LISTED + [n + "_r" for n in ("viridis", "gray", "RdBu", "tab10", "jet")]:
        for t in (0.0, 0.013, 0.1, 0.2345, 0.37, 0.5, 0.61, 0.789, 0.9, 0.99, 1.0):
            checks.append(f'  {{"{name}", {t}, {rgb(matplotlib.colormaps[name](t))}}},')
    texts = ["r", "k", "C0", "C3", "C12", "tab:orange", "#ff8800", "#f80", "#FF8800CC", "0.5", "1.0", "0", "steelblue",
             "SteelBlue", "DarkOrange", "crimson", "rebeccapurple", "w"]
    parsed = [f'  {{"{t}", {rgb(colors.to_rgba(t))}}},' for t in texts if colors.is_color_like(t)]
    refused = [t for t in ["", "redd", "#12345", "1.5", "-0.1", "C", "Cx", "tab:", "#gg0000", "nan"] if not colors.is_color_like(t)]
    (HERE / "colours.h").write_text("/* Made by tests/golden/colour_maps.py with matplotlib: do not edit. */\n"
        "static const ColourCheck colour_checks[] = {\n" + "\n".join(checks) + "\n};\n"
        "static const ColourText colour_texts[] = {\n" + "\n".join(parsed) + "\n};\n"
        "static const char *const colour_refused[] = {" + ", ".join(f'"{t}"' for t in refused) + "};\n")


main()
