# help() of functions and methods that the program defines.
nothing = None

def f(a, b=2, *c, d, e=5, **k):
    pass

def g(x: int = 3) -> str:
    """One line.

    More
        indented.
    """

class Doc:
    "Class doc."
    def m(self, x: int = 3) -> str:
        "m doc"

    @classmethod
    def made(cls):
        "c doc"

    @staticmethod
    def s(*, only):
        "s doc"

help(f)
help(g)
help(Doc.m)
help(Doc().m)
help(Doc.made)
help(Doc.s)
help(lambda x, y=1: x)
