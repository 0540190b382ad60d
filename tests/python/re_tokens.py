import re
RULES = [("NUMBER", r"\d+(\.\d*)?"), ("NAME", r"[A-Za-z_]\w*"), ("OP", r"[-+*/=()]"), ("SKIP", r"[ \t]+"), ("BAD", r".")]
scanner = re.compile("|".join("(?P<%s>%s)" % rule for rule in RULES))
tokens = []
for m in scanner.finditer("width = 3.5*(height + 2) ?"):
    if m.lastgroup != "SKIP":
        tokens.append((m.lastgroup, m.group()))
for token in tokens: print(*token)
words = re.findall(r"[a-z']+", "The cat; the CAT's hat.".lower())
counts = {}
for w in words: counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
log = "2024-01-02 ERROR disk full\n2024-01-03 INFO ok\n2024-01-04 ERROR net"
print(re.findall(r"^(\S+) ERROR (.*)$", log, re.MULTILINE))
