a, b, c = 2**64, -3**50, 10**30 + 7
print(str(a), repr(b), [a], {1: c}, bin(a), oct(b), hex(c))
print(format(a, ','), format(b, '_'), format(c, 'x'), format(c, '#X'), format(b, 'o'), format(a, '#b'), format(a, 'n'))
print(format(c, 'e'), format(c, '.3f'), format(c, 'g'), format(a, '>40'), format(b, '=+60,d'), f'{c:_x}', f'{a:050}')
print('%d %x %o %X %i %#x %030d' % (a, a, a, c, b, a, a), '%.2f' % c, '%s' % a, '%d' % 1e30, '{:d}'.format(c))
print(int('1' * 40), int('-' + '9' * 30), int('z' * 20, 36), int('0x' + 'f' * 20, 16), int('0b' + '1' * 80, 0))
print(int(b'9' * 25), int('  123_456_789_012_345_678_901 '), int('-0o' + '7' * 30, 8), int(bytearray(b'12')))
print(str(3**1000)[-50:], len(str(7**3000)), int(str(7**500)) == 7**500)
