def f(x, y=[][0]):
    pass
