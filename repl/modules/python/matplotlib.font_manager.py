"""matplotlib.font_manager: a terminal has one font; names are kept and nothing is looked for."""


class FontProperties:
    """A font as it was asked for."""

    def __init__(self, family=None, style=None, variant=None, weight=None, stretch=None, size=None, fname=None,
                 math_fontfamily=None):
        self._family, self._style, self._weight, self._size, self._fname = family, style, weight, size, fname

    def get_name(self):
        if self._fname is not None:
            return str(self._fname).replace('\\', '/').split('/')[-1].rsplit('.', 1)[0]
        return self._family if isinstance(self._family, str) else 'DejaVu Sans'

    def get_family(self):
        return [self._family or 'sans-serif']

    def get_size(self):
        return 10.0 if self._size is None else self._size

    get_size_in_points = get_size

    def set_size(self, size):
        self._size = size

    def set_family(self, family):
        self._family = family

    def get_file(self):
        return self._fname


class FontManager:
    """Fonts that were added; none is used."""

    def __init__(self):
        self.ttflist, self.afmlist = [], []

    def addfont(self, path):
        pass


fontManager = FontManager()


def findSystemFonts(fontpaths=None, fontext='ttf'):
    return []


def findfont(prop, fontext='ttf', directory=None, fallback_to_default=True, rebuild_if_missing=True):
    return ''


def get_font_names():
    return []
