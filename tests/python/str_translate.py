# str: translate, maketrans, casefold, format_map, isprintable.
table = str.maketrans("abc", "xyz")
print(table, "aabbcc cab".translate(table))
print("hello world".translate(str.maketrans({"l": "L", "o": None, ord("w"): "vv"})))
print("remove, these; marks!".translate(str.maketrans("", "", ",;!")))
print(str.maketrans("ab", "cd", "e"))
try:
    str.maketrans("abc", "xy")
except ValueError as error:
    print(error)
print("Stra\u00dfe".casefold(), "\u0130STANBUL".casefold() == "istanbul", "\u03a3\u03c2".casefold())
print("{name} is {age:>4}".format_map({"name": "Ada", "age": 36}))


class Missing(dict):
    def __missing__(self, key):
        return "<" + key + ">"


print("{a} and {b}".format_map(Missing(a=1)))
print("plain".isprintable(), "a\nb".isprintable(), "".isprintable(), "caf\u00e9 \u4e2d".isprintable(), "\u200b".isprintable())
