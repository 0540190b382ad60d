with open("t.txt", "w") as f:
    f.write("line one\n"); print(f.write("two\nthree"))
    print("printed", file=f)
with open("t.txt") as f:
    print(repr(f.read()), repr(f.read()))
with open("t.txt") as f:
    for i, line in enumerate(f): print(i, line.strip())
f = open("t.txt")
print(f.readline(), f.readlines(), f.closed)
f.close()
print(f.closed, f.name, f.mode)
with open("t.txt", "a") as f: f.writelines(["x\n", "y\n"])
print(open("t.txt").read().split())
with open("t.txt", "rb") as f: b = f.read(); print(b, len(b), type(b))
with open("b.bin", "wb") as f: print(f.write(b"\x00\x01abc"))
print(open("b.bin", "rb").read(), open("t.txt").read(4), len(open("t.txt").readlines()))
with open("u.txt", "w", encoding="utf-8") as f: f.write("h\u00e9llo \u20ac")
print(open("u.txt", encoding="utf-8").read(), len(open("u.txt", "rb").read()), open("u.txt").read(2))
with open("t.txt", "r+") as f:
    f.seek(5); print(f.tell(), f.read(3))
