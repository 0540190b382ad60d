import re
text = "x=1, yy=22, zzz=333"
print(re.findall(r"\d+", text), re.findall(r"(\w+)=(\d+)", text), re.findall(r"(?:x|y)+", text))
for m in re.finditer(r"(\w+)=(\d+)", text): print(m.start(), m.group(1), int(m.group(2)))
print(re.findall("a*", "baac"), re.findall("", "ab"), re.findall(r"\b", "hi yo"), re.findall("(a)|b", "ab"))
print([m.span() for m in re.finditer("a|", "ba")], re.compile("o").findall("foo boo", 2, 6))
print(re.findall(r"[^\W\d_]+", "äb1_ßc ΩΔ"), re.findall(r"\w+", "naïve café", re.A), re.findall(b"[a-c]+", b"xabcz"))
