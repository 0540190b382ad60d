class Weird:
    def __getitem__(self, k): raise KeyError((k, 'nested'))
w = Weird()
w['a',
  'b']
