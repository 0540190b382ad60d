a = 3 + 4j; b = 1 - 2j
print(a, b, a + b, a - b, a * b, a / b, a ** 2, a ** b, abs(a), -a, +a, a.real, a.imag, a.conjugate(), 2 * a, a + 1, 1.5 - a, a / 2, 2 / a, a ** 0, a ** -1, a ** 0.5, 1j ** 2, 0j, -0j, 1e20j, 2.5j, 1_0j, .5j)
print(complex(), complex(1), complex(1, 2), complex('1+2j'), complex('-3j'), complex(' (1-2j) '), complex('j'), complex('2'), complex(1j, 2), complex(1, 2j), complex(1.5, -0.0), complex(True), complex('1e3-2.5E-1j'), complex('nan+infj'))
print(a == a, a == 3, 3 + 0j == 3, 3 == 3 + 0j, hash(3 + 0j) == hash(3), hash(a) == hash(complex(3, 4)), bool(0j), bool(1j), a != b, {3: 'x'}[3 + 0j], a in [1, 3 + 4j], isinstance(a, complex), type(1j))
print(repr(1j), str(-1j), [1j], f'{a}', f'{a:.2f}', f'{a:>20}', f'{1j:g}', f'{a:+.1e}', f'{a:.3}', '%s' % a, format(a, ''), f'{1j}', f'{a:,.1f}', (-8) ** (1 / 3), (-2.0) ** 0.5, (-1) ** 0.5)
print(sum([1j, 2, 3.5]), pow(a, 2), round((a * a.conjugate()).real), (1 + 2j).__add__(1), complex(0.1, 1e-7), complex(1e16, -1e16), complex(float('inf'), float('nan')), -(1 + 0j), 2**70 + 1j)
