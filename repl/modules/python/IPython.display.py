"""What notebooks show. In a terminal that is text: display() prints an object's repr in a notebook, and what print()
does in a script."""


def display(*objs, **kwargs):
    """Shows each object; in a script, where there is no notebook, as print does."""
    from IPython import get_ipython
    if get_ipython() is None:
        print(*objs)
        return
    for each in objs:
        print(repr(each))


def clear_output(wait=False):
    """Nothing: what a terminal has shown stays."""


class DisplayObject:
    def __init__(self, data=None, url=None, filename=None, metadata=None, **kwargs):
        self.data = data
        self.url = url
        self.filename = filename
        self.metadata = metadata

    def __repr__(self):
        return "<IPython.core.display." + type(self).__name__ + " object>"


class HTML(DisplayObject):
    pass


class Markdown(DisplayObject):
    pass


class Latex(DisplayObject):
    pass


class Math(DisplayObject):
    pass


class SVG(DisplayObject):
    pass


class Javascript(DisplayObject):
    pass


class Image(DisplayObject):
    pass


class Audio(DisplayObject):
    pass


def set_matplotlib_formats(*formats, **kwargs):
    """Nothing: figures are drawn in the terminal."""
