import re
print(re.findall(r"(?<=\$)\d+", "$5 and 6 $70"), re.findall(r"\w+(?=!)", "hi! yo"), re.findall(r"(?<!a)b", "ab cb b"), re.findall("a(?!b)", "ab ac"))
print(re.findall(r"(\w)\1", "hello book"), re.match(r"(?P<q>['\"]).*?(?P=q)", "'a' 'b'").group(), re.match(r"<.*>", "<a><b>").group(), re.match(r"<.*?>", "<a><b>").group())
print(re.findall(r"x{2}", "xxxxx"), re.findall(r"x{2,3}", "xxxxx"), re.findall(r"x{,2}y", "xxxy"), re.findall(r"{a}", "{a}"))
print(re.match(r"(a)?(?(1)b|c)", "ab"), re.match(r"(a)?(?(1)b|c)", "c"), re.findall(r"[]a-c^-]+", "a]b^-x"), re.search(r"end\Z", "end\n"), re.search("end$", "end\n"))
print(re.findall(r"\x41|\u00e9|\t", "Aé\t"), re.findall(r"[\d\-.]+", "1-2.3x"), re.findall("a++b", "aab"), re.findall(r"\bfoo\b", "foo food foo"))
print(re.findall(r"\S+@\S+", "a@b c@d"), re.findall(r"[\w.]+", "a.b c_d"), re.findall(r"(?#note)a", "a"), re.search(r"(\d+)(?:px|em)", "12em").group(1))
