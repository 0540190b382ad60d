"""matplotlib.text: texts and annotations."""
from matplotlib import colors
from matplotlib.artist import Artist


class Text(Artist):
    """A text at a point."""
    _tables = ('Artist', 'Text')
    _zorder = 3

    def __init__(self, x=0, y=0, text='', *, color=None, verticalalignment='baseline', horizontalalignment='left',
                 rotation=None, transform=None, **kwargs):
        Artist.__init__(self)
        self._x, self._y = x, y
        self._text = ''
        self._props['color'] = 'black'
        self.set_horizontalalignment(horizontalalignment)
        self.set_verticalalignment(verticalalignment)
        self._props['rotation'] = 0.0 if rotation is None else rotation
        self._chosen = color is not None
        if color is not None:
            self.set_color(color)
        self.set_transform(transform)
        self.set_text(text)
        self.update(kwargs)

    def __repr__(self):
        return f"Text({self._x}, {self._y}, {self._text!r})"

    def set_text(self, s):
        self._text = '' if s is None else str(s)

    def get_text(self):
        return self._text

    def set_position(self, xy):
        self._x, self._y = xy

    def get_position(self):
        return self._x, self._y

    def set_x(self, x):
        self._x = x

    def set_y(self, y):
        self._y = y

    def set_color(self, color):
        if color != 'auto':
            colors._check(color, 'color')
        self._chosen = True
        self._props['color'] = color

    def get_color(self):
        return self._props['color']

    def set_horizontalalignment(self, align):
        if align not in ('center', 'right', 'left'):
            raise ValueError(f"{align!r} is not a valid value for align. Supported values are 'center', 'right', "
                             "'left'")
        self._props['horizontalalignment'] = align

    def set_verticalalignment(self, align):
        if align not in ('top', 'bottom', 'center', 'baseline', 'center_baseline'):
            raise ValueError(f"{align!r} is not a valid value for align. Supported values are 'top', 'bottom', "
                             "'center', 'baseline', 'center_baseline'")
        self._props['verticalalignment'] = align

    def set_fontsize(self, fontsize):
        self._props['fontsize'] = float(fontsize) if isinstance(fontsize, int) else fontsize

    def get_fontsize(self):
        return self._props.get('fontsize', 10.0)

    def get_rotation(self):
        rotation = self._props.get('rotation', 0.0)
        if rotation in ('horizontal', None):
            return 0.0
        return 90.0 if rotation == 'vertical' else float(rotation)

    def set_ha(self, align):
        self.set_horizontalalignment(align)

    def set_va(self, align):
        self.set_verticalalignment(align)

    def _draw(self, drawing, axes, right):
        if not self._text or not self.get_visible():
            return
        name = getattr(self.get_transform(), '_name', 'data')
        x, y = self._x, self._y
        if name == 'data':
            x, y = axes.xaxis._one(x), axes.yaxis._one(y)
        rgb = colors._number(self.get_color()) if self._chosen and self.get_color() != 'auto' else -1
        if rgb == -2:
            return
        drawing.text(float(x), float(y), _plain(self._text), rgb, self._props['horizontalalignment'][0],
                     {'top': 't', 'bottom': 'b', 'center': 'c', 'center_baseline': 'c'}.get(
                         self._props['verticalalignment'], 'x'), name != 'data', right)


_GREEK = {'alpha': 'α', 'beta': 'β', 'gamma': 'γ', 'delta': 'δ', 'epsilon': 'ε', 'varepsilon': 'ε', 'zeta': 'ζ',
          'eta': 'η', 'theta': 'θ', 'lambda': 'λ', 'mu': 'μ', 'nu': 'ν', 'xi': 'ξ', 'pi': 'π', 'rho': 'ρ', 'sigma': 'σ',
          'tau': 'τ', 'phi': 'φ', 'chi': 'χ', 'psi': 'ψ', 'omega': 'ω', 'Delta': 'Δ', 'Sigma': 'Σ', 'Omega': 'Ω',
          'Theta': 'Θ', 'Phi': 'Φ', 'times': '×', 'cdot': '·', 'pm': '±', 'leq': '≤', 'geq': '≥', 'neq': '≠',
          'approx': '≈', 'infty': '∞', 'sum': '∑', 'int': '∫', 'partial': '∂', 'nabla': '∇', 'sqrt': '√',
          'rightarrow': '→', 'to': '→', 'in': '∈', 'ell': 'ℓ', 'hat': '', 'mathbf': '', 'mathrm': '', 'bf': '',
          'rm': '',
          'text': '', 'frac': '', 'left': '', 'right': '', 'quad': ' ', 'exp': 'exp', 'log': 'log', 'sin': 'sin',
          'cos': 'cos', 'tanh': 'tanh', 'max': 'max', 'min': 'min'}
_RAISED = dict(zip('0123456789+-n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'))
_LOWERED = dict(zip('0123456789+-', '₀₁₂₃₄₅₆₇₈₉₊₋'))


def _plain(text):
    """Mathematics between dollars, as far as characters can show it."""
    if text.count('$') < 2:
        return text
    parts = text.split('$')
    for i in range(1, len(parts), 2):
        if i == len(parts) - 1:
            parts[i] = '$' + parts[i]
        else:
            parts[i] = _formula(parts[i])
    return ''.join(parts)


def _formula(source):
    out, i = '', 0
    while i < len(source):
        c = source[i]
        if c == '\\':
            j = i + 1
            while j < len(source) and source[j].isalpha():
                j += 1
            name = source[i + 1:j]
            out += _GREEK.get(name, name)
            i = max(j, i + 2) if not name else j
            continue
        if c in '^_':
            table = _RAISED if c == '^' else _LOWERED
            if source[i + 1:i + 2] == '{':
                end = source.find('}', i)
                inside = source[i + 2:end if end >= 0 else len(source)]
                i = (end if end >= 0 else len(source)) + 1
            else:
                inside = source[i + 1:i + 2]
                i += 2
            if inside and all(each in table for each in inside):
                out += ''.join(table[each] for each in inside)
            else:
                out += c + (inside if len(inside) < 2 else '(' + inside + ')')
            continue
        if c not in '{}':
            out += c
        i += 1
    return out


class Annotation(Text):
    """A text about a point, with an arrow to it where it stands elsewhere."""

    def __init__(self, text, xy, xytext=None, xycoords='data', textcoords=None, arrowprops=None, annotation_clip=None,
                 **kwargs):
        self.xy = xy
        self.xycoords = xycoords
        self.arrowprops = arrowprops
        self._coords = textcoords if textcoords is not None else xycoords
        self._target = xy
        x, y = xy if xytext is None else xytext
        Text.__init__(self, x, y, text, **kwargs)

    def __str__(self):
        return f"Annotation({self.xy[0]:g}, {self.xy[1]:g}, {self._text!r})"

    def _draw(self, drawing, axes, right):
        if not self.get_visible():
            return
        offset = isinstance(self._coords, str) and self._coords.startswith('offset')
        of_axes = self._coords in ('axes fraction', 'figure fraction', 'subfigure fraction')
        kept = self._x, self._y
        if offset:
            self._x, self._y = self.xy
            if kept[1] > 0 and self._props['verticalalignment'] == 'baseline':
                self._props['verticalalignment'] = 'bottom'
        elif self.arrowprops is not None and not of_axes and self.xycoords == 'data':
            drawing.line([axes.xaxis._one(self._x), axes.xaxis._one(self.xy[0])],
                         [axes.yaxis._one(self._y), axes.yaxis._one(self.xy[1])], 'S', '', -1, on_right=right)
        if of_axes or self.xycoords in ('axes fraction', 'figure fraction'):
            self.set_transform(axes.transAxes)
        Text._draw(self, drawing, axes, right)
        self._x, self._y = kept
