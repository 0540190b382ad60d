# Formats of complex numbers, fills, negative zeros; texts that are complex numbers.
def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)), end=' | ')
    except Exception as error:
        print(type(error).__name__, error, end=' | ')


for number in (0j, -0.0j, 1 + 2j, -1.5 - 3.5j, 1234567.891 - 1e20j, complex('inf-nanj'), complex(-0.0, -0.0), 1e-7j):
    for spec in ('', '.2E', 'z.1f', ',.2f', '_', 'g', '#', '+.3', '>20.2f', '*^30', 'G', 'F', '.0e', '020', '=', '%', 'd'):
        attempt(format, number, spec)
    print()
for text in ('1_0+2_0j', '1__0j', '_1j', '1_000.5_5e1_0-3j', '0x1j', 'infinity', '-NaNj', '+j', '1e', '( 1+2j )', '1+ 2j',
             '1j+2', '', '1.j', '.', '٣+٤j', ' 3j\n', 'nan(3)j', '3j\0'):
    attempt(complex, text)
print()
for value, spec in ((3, 'zd'), ('x', 'zs'), (0, 'z+f'), (-0.0, 'z.1f'), (3, '\0>5'), (1.5, '\0=8'), ('a', '\0^5')):
    attempt(format, value, spec)
print()


class Index:
    def __index__(self):
        return 109


class Own(complex):
    def __complex__(self):
        return 42j


for pattern, values in (('%c', Index()), ('%c', 3.0), ('%c', 'ab'), ('%c', 'x'), ('%c', -1), ('%.*d', (2 ** 31, 1)),
                        ('%.*d', (3, 7)), ('%z.1f', 0), (b'no', bytearray(b'1')), (b'%c', 300)):
    attempt(lambda: pattern % values)
print()
z = 1 + 2j
print(complex(z) is z, complex(Own(1)), z.__getnewargs__(), (1.5).__getnewargs__())
attempt(pow, z, z, z)
