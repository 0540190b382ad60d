def attempt(f):
    try:
        print(str(f())[:40])
    except RecursionError as error:
        print('RecursionError', str(error)[:32])
    except Exception as error:
        print(type(error).__name__, str(error)[:60])
class R:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __call__(self): return self()
    def __add__(self, o): return self + o
    def __lt__(self, o): return self < o
    def __getitem__(self, k): return self[k]
    @property
    def x(self): return self.x
    def __getattr__(self, n): return getattr(self, n + 'x')
r = R()
for f in (lambda: repr(r), lambda: r == 1, lambda: hash(r), lambda: len(r), lambda: r(), lambda: r + 1, lambda: sorted([r, R()]),
          lambda: r[1], lambda: r.x, lambda: r.a, lambda: eval('(' * 150 + '1' + ')' * 150), lambda: eval('(' * 10000 + '1' + ')' * 10000)):
    attempt(f)
a = []
a.append(a)
d = {}
d['d'] = d
a.append(d)
print(a, d, (a,))
attempt(lambda: len(eval('[' + '1,' * 100000 + ']')))
attempt(lambda: eval('x' * 100000))
