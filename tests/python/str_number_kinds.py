# Characters that are digits, decimals, numbers; numbers read from digits of other scripts and from bytes.
for c in '1²½Ⅷ٣①a':
    print(c, c.isdigit(), c.isdecimal(), c.isnumeric(), c.isalnum())
print(int('٣١'), float('٣.٥'), int(b' 12 '), float(b'1.5'), float(bytearray(b' 2e3 ')), int('\u00a012'))
for make in (lambda: float('٣x'), lambda: float(b'1x'), lambda: int('٣x'), lambda: sum([b'a'], b'')):
    try:
        make()
    except (ValueError, TypeError) as e:
        print(e)
print(float.fromhex('1.8'), float.fromhex(' -0x1.8p+1 '), float.fromhex('inf'), float.fromhex('a'))
print('ΑΣ ΣΑΣ'.lower(), '{!a} {!r}'.format('é', 'é'))

class Two:
    def __index__(self):
        return 2

    def __getitem__(self, at):
        return at

print([0] * Two(), Two() * 'ab', (1,) * Two())
for code in ('reversed(Two())', 'del Two()[0]'):
    try:
        exec(code)
    except TypeError as e:
        print(e)
