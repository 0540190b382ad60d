"""Colour maps and named colours of matplotlib as C tables: views/colour_tables.h.

    python -P tests/golden/colour_maps.py

A map is stored as 33 points at even places between 0 and 1, taken after the first and before the last colour of
matplotlib's table of 256; between them colours are joined by straight lines. Also writes tests/golden/colours.h: values
that the C code is checked against.
"""
import pathlib

import matplotlib
from matplotlib import colors

HERE = pathlib.Path(__file__).resolve().parent
MAPS = ["viridis", "plasma", "inferno", "magma", "cividis", "turbo", "gray", "gray_r", "grey", "grey_r", "binary",
        "binary_r", "Greys", "Greys_r", "hot", "cool", "jet", "rainbow", "bone", "copper", "pink", "spring", "summer",
        "autumn", "winter", "Blues", "Blues_r", "Reds", "Greens", "Oranges", "Purples", "YlGnBu", "YlOrRd", "RdBu",
        "RdBu_r", "RdYlBu", "RdYlGn", "Spectral", "coolwarm", "bwr", "seismic", "viridis_r", "plasma_r"]
LISTED = ["tab10", "tab20", "Set1", "Set2", "Set3", "Paired", "Accent"]
POINTS = 33


def rgb(value):
    r, g, b = (int(round(c * 255)) for c in value[:3])
    return f"0x{r:02x}{g:02x}{b:02x}"


def main():
    out = ["/* Made by tests/golden/colour_maps.py with matplotlib: do not edit. */",
           "#define COLOUR_POINTS %d" % POINTS, "#define COLOUR_MAP_ROWS(ROW) \\"]
    rows = []
    for name in MAPS:
        table = matplotlib.colormaps[name]
        values = ", ".join(rgb(table(i / (POINTS - 1))) for i in range(POINTS))
        rows.append(f'  ROW("{name}", 0, {POINTS}, {values})')
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
    for name in MAPS + LISTED:
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
