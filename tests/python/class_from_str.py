class S(str):
    def shout(self): return self.upper() + '!'
    def __len__(self): return 100
s = S('abc')
s.extra = [1]
print(s, s.shout(), type(s.upper()), s + 'd', type(s + ''), s[0], type(s[:]), s == 'abc', hash(s) == hash('abc'), {'abc': 1}[s])
print(len(s), s.extra, 'b' in s, s.join(['1', '2']), repr(s), f'{s:>5}', type(str(s)), '%s' % s, s.split('b'), S(), S(b'xy', 'utf-8'))
class Name(str):
    def __new__(cls, first, last): return super().__new__(cls, f'{first} {last}')
    def __init__(self, first, last): self.first = first
n = Name('Ada', 'Lovelace')
print(n, n.first, n.lower(), sorted([Name('b', 'c'), 'a']), isinstance(n, str), max(n), list(n)[:3])
class B(bytes):
    def first(self): return self[0]
b = B(b'xyz')
b.a = 1
print(b, b.first(), b + b'1', type(b + b''), len(b), b == b'xyz', b.decode(), B(3), b.a)
