import re
for pattern in ["(", ")", "*a", "a**", "[", "[z-a]", r"\q", "(?P<1>x)", "(?P<a>x)(?P<a>y)", "(?<=a+)b", r"(a)\2", "a(?i)b", "x{3,1}", "\\", "(?P=foo)", "(?z)", "a\n(b"]:
    try:
        re.compile(pattern)
    except re.error as error:
        print(repr(pattern), error, error.pos)
for template in [r"\2", r"\g<x>", r"\g<", r"\q"]:
    try:
        re.sub("(a)", template, "a")
    except (re.error, IndexError) as error:
        print(type(error).__name__, error)
for bad in [lambda: re.match("a", b"a"), lambda: re.match("a", 5), lambda: re.match("a", "a").group(1), lambda: re.match(b"a", "a"), lambda: re.compile(5)]:
    try: bad()
    except Exception as error: print(type(error).__name__, error)
