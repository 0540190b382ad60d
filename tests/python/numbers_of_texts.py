# Numbers of texts and bytes at their corners, and rounding far from the point.
import math


def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)), end=' | ')
    except Exception as error:
        print(type(error).__name__, error, end=' | ')


for given in ((memoryview(b'x123')[1:],), (memoryview(b'12x'),), ('123\0',), ('\0',), (b'1\0',), ('12', 2 ** 70), ('z', 36),
              ('12', -2 ** 70), (' \v12\f',), (bytearray(b'1_0'), 8)):
    attempt(int, *given)
print()
for given in (memoryview(b'2.5'), bytearray(b'x'), '1\0', '1.5\0', '-nan', ' 1_0.5\n', 'infinit', '1e', '+.5e-1_0'):
    attempt(float, given)
print(math.copysign(1, float('-nan')))
for digits in (2 ** 70, -2 ** 70, 400, -400):
    attempt(round, 8979323, abs(digits))
    attempt(round, 123.456, digits)
    attempt(round, -0.5, digits)
print()
for value, digits in ((1.6e308, -308), (-1.7e308, -308), (5e15, -15), (2.5e16, -16), (1234567.0, -3), (25.0, -1), (35.0, -1)):
    attempt(round, value, digits)
print()
for text in ('0x1.8p3', '-1.8P-2', ' 0xabc ', 'inf', '-Infinity', 'nan', '0x', '', '0x1p', '1.x', '0x1p5000', 'infi', '0x1p3\0'):
    attempt(float.fromhex, text)
attempt(float.fromhex, 3)
print()


class Mine(float):
    pass


made = Mine.fromhex('0x1p-1')
print(type(made).__name__, made, float.__getformat__('double'))
attempt(float.__getformat__, 'long')
print()
