class P:
    x = 1
p = P()
setattr(p, "z", 9)
delattr(p, "z")
print(hasattr(p, "z"))
print(repr("it's"), repr('a"b'), repr("a\n\t\\"), ascii("h\u00e9"))
print(chr(65), ord("a"), chr(8364), ord("\u20ac"))
print(id(p) == id(p), hash(3) == hash(3.0), hash("a") == hash("a"))
print(None is None, 1 == 1.0, "a" != "b", not 0)
