lines = ["  Alice,  30, New York ; active\n", "bob,25,Los Angeles;inactive\n", "Carol Ann, 41 ,Berlin; Active"] * 5000
out = []
for l in lines:
    left, _, status = l.strip().partition(";")
    name, age, city = [p.strip() for p in left.split(",")]
    out.append({"name": name.title(), "age": int(age), "city": city.upper(), "active": status.strip().lower() == "active"})
print(len(out), out[1], sum(r["age"] for r in out if r["active"]))
vowels = sum(1 for l in lines for ch in l if ch in "aeiouAEIOU")
rev = [" ".join(reversed(l.split())) for l in lines]
pal = [w for l in lines for w in l.split() if w.lower() == w.lower()[::-1]]
caesar = "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.islower() else c for c in "".join(lines[:900]))
trans = [l.translate(str.maketrans("abc", "xyz")).swapcase().replace(" ", "_") for l in lines]
print(vowels, len(rev), len(pal), caesar[:20], trans[2], sum(l.isdigit() or l[0].isupper() or l.endswith("e") for l in lines))
