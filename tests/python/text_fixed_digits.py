# Numbers with a fixed count of digits: ties, carries, signs, and what is too large for the short way.
values = [0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 0.375, -2.675, 1.005, 999.9996, 0.05, 1e-300, 5e-324, 9007199254740991.0, 1e22]
for v in values:
    print('%.0f %.1f %.2f %.3f %.9f' % (v, v, v, v, v), f'{v:+.2f}|{v:9.1f}|{v:<9.1f}|{v:,.2f}|{v:.1%}|{v:09.2f}')
print('%d|%5d|%-5d|%05d|%+d|% d|%i' % (7, -7, 42, -42, 0, 5, 2 ** 70))
print('%s|%6s|%-6s|%.2s' % ('é', 'aé', 'b', 'abc'), '%d' % True, '%d' % 3.9)
print(f'{float("inf"):.2f} {float("nan"):.1f} {-float("inf"):8.3f}')
print([0.1 + 0.2, 1 / 3, 123456789012345.0, 1e15, 1e16, 1e-4, 1e-5, 0.00012345, 100.0, 2.0 ** 40, 4.35, 5e-7])
