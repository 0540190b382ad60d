def d(f): raise TypeError('no')
@d
def g():
    pass
