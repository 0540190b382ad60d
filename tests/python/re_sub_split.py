import re
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", "b", "aaa", count=2), re.subn("x", "y", "axbx"))
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "a1 b20"), re.sub("(?P<q>z)", r"[\g<q>\g<0>\g<1>]", "zoo"))
print(re.sub("x*", "-", "abxd"), re.sub(r"(a)?b", r"<\1>", "ab b"), re.sub(r"\s+", " ", " a \t\n b "))
print(re.split(r"[,;]\s*", "a, b;c"), re.split(r"(\W)", "a-b c"), re.split(",", "a,b,c", maxsplit=1), re.split("x*", "axbc"))
print(re.compile(r"\s*,\s*").split("1 , 2,3"), re.escape("a+b (c) $5.00"), re.sub(r"\.", r"\\n", "a.b"), re.sub("e", "\\n", "hex"))
print(re.sub(b"a", b"b", b"banana"), re.sub("é", "e", "résumé"), re.compile("(x)").subn(r"\1\1", "axa"))
