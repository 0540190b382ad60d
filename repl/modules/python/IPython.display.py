"""IPython.display: values shown as text."""


class DisplayObject:
    """Something that a notebook would draw."""

    __module__ = 'IPython.core.display'

    def __init__(self, data=None, url=None, filename=None, **options):
        self.data = data
        self.url = url
        self.filename = filename

    def __repr__(self):
        return '<%s.%s object>' % ('IPython.core.display', type(self).__name__)


class Image(DisplayObject):
    """A picture."""


class HTML(DisplayObject):
    """A piece of a page."""


class Markdown(DisplayObject):
    """A text with marks."""


class Audio(DisplayObject):
    """A sound."""


class SVG(DisplayObject):
    """A drawing."""


class Latex(DisplayObject):
    """A formula."""


def display(*objs, **options):
    """Prints values as the prompt shows them."""
    for obj in objs:
        print(repr(obj))


def clear_output(wait=False):
    """Nothing is cleared: what was printed stays."""
