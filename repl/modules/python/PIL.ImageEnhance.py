"""PIL.ImageEnhance: brightness, contrast and colour as a mixture with a dull picture."""
from PIL import Image as _Image


class _Enhance:
    def enhance(self, factor):
        return _Image.blend(self.degenerate, self.image, factor)


class Brightness(_Enhance):
    """0 is black, 1 the picture."""

    def __init__(self, image):
        self.image = image
        self.degenerate = _Image.new(image.mode, image.size, 0)
        if image.mode in ('LA', 'RGBA'):
            self.degenerate.putalpha(image.getchannel('A'))


class Color(_Enhance):
    """0 is grey, 1 the picture."""

    def __init__(self, image):
        self.image = image
        self.degenerate = image.convert('LA' if 'A' in image.getbands() else 'L').convert(image.mode)


class Contrast(_Enhance):
    """0 is one level of grey, 1 the picture."""

    def __init__(self, image):
        self.image = image
        counts = image.convert('L').histogram()
        mean = int(sum(place * count for place, count in enumerate(counts)) / sum(counts) + 0.5)
        self.degenerate = _Image.new('L', image.size, mean).convert(image.mode)
        if image.mode in ('LA', 'RGBA'):
            self.degenerate.putalpha(image.getchannel('A'))
