s = "  Hello, World  "
print(s.strip(), "|", s.lstrip(), "|", s.rstrip())
print("|", s.strip(" H"))
t = "the quick brown fox"
print(t.upper(), t.title(), t.capitalize(), "ABC".lower(), "aBc".swapcase())
print(t.split(), t.split("q"), "a,b,,c".split(","), "a b c d".split(" ", 2), "a b c".rsplit(" ", 1))
print("-".join(["a", "b", "c"]), "".join(reversed("abc")), ", ".join(str(i) for i in range(3)))
print(t.replace("quick", "slow"), "aaa".replace("a", "b", 2))
print(t.find("q"), t.find("z"), t.index("b"), t.rfind("o"), t.count("o"))
