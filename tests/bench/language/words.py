import re
from collections import Counter, defaultdict
text = ("The quick brown fox jumps over the lazy dog; it's 42 o'clock, said Mr. Smith-Jones. " * 1500)
words = re.findall(r"[a-z']+", text.lower())
c = Counter(words)
print(c.most_common(5), sum(c.values()))
by = defaultdict(list)
for w in words: by[len(w)].append(w)
print({k: len(v) for k, v in sorted(by.items())})
print(re.sub(r"\b(\w)(\w*)\b", lambda m: m.group(2) + m.group(1), text)[:50], len(re.split(r"[\s,;]+", text)))
stop = set("the a it's over".split())
print(Counter(w for w in words if w not in stop).most_common(3))
for m in re.finditer(r"(\d+) o'(\w+)", text): last = m.groups()
print(last, c["the"])
