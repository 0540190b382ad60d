"""Colours of equal lightness around the circle of hues (Boronine's HUSL over CIE LUV)."""
import math

_RGB = ((3.2406, -1.5372, -0.4986), (-0.9689, 1.8758, 0.0415), (0.0557, -0.2040, 1.0570))


def _most_chroma(hue, lightness):
    """How colourful a colour of a hue and lightness can be on a screen."""
    sine, cosine = math.sin(hue), math.cos(hue)
    cube = (lightness + 16.0) ** 3.0 / 1560896.0
    level = cube if cube > 0.008856 else lightness / 903.3
    best = float('inf')
    for a, b, c in _RGB:
        top = (0.99915 * a + 1.05122 * b + 1.14460 * c) * level
        bottom = ((0.86330 * c - 0.17266 * b) * sine + (0.12949 * c - 0.38848 * a) * cosine) * level
        for edge in (0.0, 1.0):
            chroma = lightness * (top - 1.05122 * edge) / (bottom + 0.17266 * sine * edge)
            if 0 < chroma < best:
                best = chroma
    return best


def _to_rgb(hue, saturation, lightness):
    hue = math.radians(hue)
    chroma = _most_chroma(hue, lightness) / 100.0 * saturation
    u, v = math.cos(hue) * chroma, math.sin(hue) * chroma
    root = (lightness + 16.0) / 116.0
    y = root ** 3 if root ** 3 > 0.008856 else (116 * root - 16) / 903.3
    u, v = u / (13.0 * lightness) + 0.19784, v / (13.0 * lightness) + 0.46834
    x = 0.0 - (9.0 * y * u) / ((u - 4.0) * v - u * v)
    z = (9.0 * y - 15.0 * v * y - v * x) / (3.0 * v)
    linear = [row[0] * x + row[1] * y + row[2] * z for row in _RGB]
    return tuple(min(1.0, max(0.0, 12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055)) for c in linear)


def husl_palette(n_colors=6, h=0.01, s=0.9, l=0.65, as_cmap=False):
    """So many colours of one lightness."""
    import numpy as np
    hues = (np.linspace(0, 1, int(n_colors) + 1)[:-1] + h) % 1 * 359
    return [_to_rgb(hue, s * 99, l * 99) for hue in hues.tolist()]
