import re
print(re.findall("abc", "ABC abc", re.I), re.findall("^a.", "ab\nac", re.M), re.search("a.b", "a\nb", re.S), re.search("a.b", "a\nb"))
pattern = re.compile(r"""
    (\d+)   # the whole part
    \.      # a point
    (\d*)   # the rest
""", re.VERBOSE)
print(pattern.match("3.14").groups(), re.I, re.I | re.M, re.MULTILINE)
print(re.compile("x"), re.compile("x", re.I), re.compile("a'b", re.I | re.S), re.compile(b"y"), re.compile("x").flags)
print(re.match("(?i)ABC", "abc"), re.findall("(?i:a)b", "Ab ab AB"), re.findall("(?s)a.", "a\n"), re.findall(r"(?m)^\w", "a\nb"))
print(pattern.groups, re.compile("(?P<a>x)(?P<b>y)").groupindex, pattern == re.compile(pattern.pattern, re.X), re.purge())
print(re.findall("straße", "STRASSE straße", re.IGNORECASE), re.findall("ÄÖ", "äö", re.I), re.NOFLAG)
