"""Tables read and written by csv."""
import csv, io
rows = [[i, i * 0.5, "name%d" % i, "a, b" if i % 5 == 0 else 'say "%d"' % i if i % 7 == 0 else ""] for i in range(12000)]
total = 0
for turn in range(4):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    text = out.getvalue()
    back = list(csv.reader(io.StringIO(text)))
    total += len(text) + sum(len(row) for row in back)
    for row in csv.DictReader(io.StringIO("id,half,name,note\n" + text[:40000])):
        total += len(row["name"] or "")
print(total, back[35])
