s = "  Hello, World  "
t = "the quick brown fox"
print(t.startswith("the"), t.endswith(("x", "y")), "abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace())
print("7".zfill(3), "-7".zfill(4), "x".center(5, "*"), "x".ljust(4) + "|", "x".rjust(4))
print("a\nb\r\nc".splitlines(), "k=v=w".partition("="), "k=v=w".rpartition("="))
print("abc"[::-1], "abcdef"[1:4], "abcdef"[-2:], "abc"[0], "abcdef"[::2])
print("Hello".islower(), "HELLO".isupper(), "Hello World".istitle(), "abc".isidentifier())
print("ab" * 3, "a" + "b", "a" in "cat", "x" not in "cat", len("h\u00e9llo"))
print("pre_name".removeprefix("pre_"), "a.py".removesuffix(".py"), "a\tb".expandtabs(4))
