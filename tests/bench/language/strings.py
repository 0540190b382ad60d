words = ("the quick brown fox jumps over the lazy dog " * 200).split()
out = []
for turn in range(60):
    for i, w in enumerate(words):
        s = f"{w}:{i}"
        if s.startswith("t") and w.endswith("e"):
            out.append(s.upper())
        elif "o" in w:
            out.append(w.replace("o", "0") + str(i))
        else:
            out.append("%s-%d" % (w, i))
print(len(out), len("".join(out)))
