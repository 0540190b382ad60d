x, name, pi = 42, 'World', 3.14159
print(f'hello {name}!', f"{x}", f'{x:5d}|{x:<5}|{x:>5}|{x:^5}|{x:05d}')
print(f'{pi:.2f} {pi:10.3f} {pi!r} {name!r} {name!s} {"é"!a} {name:>10} {name!r:>10}')
print(f'{x=} {pi = :.1f} {name=} {x + 1 = }')
width, prec = 10, 4
print(f'{pi:{width}.{prec}f}|{pi:{width}}|{name:{"*"}^{width}}')
print(f'{{}} {{{x}}} {x}}}', f'{"nested " + f"{x}"}', f"{'a' if x else 'b'}", f'{[i for i in range(3)]}')
print(f'{ {1: 2}[1] } {(lambda v: v * 2)(4)} {x!r:>{width}}' 'plain' f'{x}')
print(rf'\d{x}\n', f'\x41{x}\t|', f'''multi
{x}
line''', F"{x}" f'')
print(f'{x != 3} {x == 42} {x >= 1} {x <= 1}', f'{1:,} {1234567:,} {0.5:%} {255:x} {255:#b} {1e10:e}')
d = {'k': 'v'}
print(f"{d['k']} {d!r} {x:>+6}", f'{"a" "b"}', f'{x:}')
print(f'{3.0} {1e20} {None} {True} {(1,)}')
