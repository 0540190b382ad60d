x, name = 3.14159, "pi"
print(f"{name} = {x:.2f}", f"{x:10.3f}|{x:<10.3f}|{x:^10.3f}|", f"{1 + 1} {name!r} {name.upper()}")
d = {"a": 1}
print(f"{d['a']} {[i for i in range(3)]} {{literal}}", f"{x=}", f"{x = :.1f}", f"{name!s:>5}")
w = 8
print(f"{x:{w}.{2}f}|{1234567:,}|{0.5:.1%}|{255:#x}|{5:03d}|{5:+}", f"{'nested'}" f" joined", "and" " plain")
print(f"{True} {None} {(1, 2)} {len('abc')}", f'{"a" if x > 3 else "b"}', f"{x:e} {x:g} {1e10:g} {x!r:>10}")
print(f"""multi
line {name}""", rf"\n{name}", f"\t{name}")
epoch, loss = 3, 0.123456
print(f"Epoch {epoch + 1:>2}/{10} - loss: {loss:.4f} - acc: {0.9:.2%}")
print(f"{10:>5}{20:>5}", f"{'a':*<5}{'b':->5}{'c':^5}|", f"{-3:05d} {3.0} {1e20} {100000000000000000.0}")
