rows = [("Adam", 0.9812, 12), ("SGD", 0.9, 8), ("RMSprop", 0.97555, 100)]
print("%-10s %8s %5s" % ("name", "acc", "time"))
print("-" * 25)
for name, acc, t in rows:
    print("%-10s %8.4f %5d" % (name, acc, t))
for name, acc, t in rows:
    print("{:<10}{:>8.2%}{:>6}".format(name, acc, t))
for i, (name, *_) in enumerate(rows, start=1):
    print(f"{i:02d}. {name:>8}|{'#' * i:<5}|")
best = max(rows, key=lambda r: r[1])
print("best:", best[0], "total:", sum(r[2] for r in rows), "mean: {:.3f}".format(sum(r[1] for r in rows) / len(rows)))
print(", ".join(sorted(r[0].lower() for r in rows)), str(rows[0]), "\n".join(r[0] for r in rows))
