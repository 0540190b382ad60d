class M:
    def __enter__(self): return self
    def __exit__(self, *a): raise ValueError('in exit')
with M() as m:
    x = 1
    1 / 0
