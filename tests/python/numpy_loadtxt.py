import numpy as np

open("a.csv", "w").write("# head\n1,2,3\n4,5,6\n7,8,9\n")
open("b.txt", "w").write("x y\n1 2.5\n3 4.5 # c\n\n5 6.5\n")
print(np.loadtxt("a.csv", delimiter=","))
print(np.loadtxt("a.csv", delimiter=",", dtype=int, usecols=(0, 2)))
first, second, third = np.loadtxt("a.csv", delimiter=",", unpack=True, max_rows=2)
print(first, third)
print(np.loadtxt("b.txt", skiprows=1), np.loadtxt("b.txt", skiprows=1, usecols=1))
print(np.loadtxt(["1 2", "3 4"]), np.loadtxt(["1;2%c"], delimiter=";", comments="%"), np.loadtxt(["5"]), np.loadtxt(["5"], ndmin=2))
print(np.loadtxt("a.csv", delimiter=",", converters={0: lambda s: float(s) * 10}), np.loadtxt("a.csv", delimiter=",", dtype=np.float32).dtype)
open("bad.csv", "w").write("1,2\n3\n")
open("words.csv", "w").write("1,x\n")
for attempt in (lambda: np.loadtxt("bad.csv", delimiter=","), lambda: np.loadtxt("words.csv", delimiter=","),
                lambda: np.loadtxt("nope.csv"), lambda: np.loadtxt("a.csv", delimiter=",", usecols=5), lambda: np.loadtxt("a.csv")):
    try:
        print(attempt())
    except (ValueError, OSError) as error:
        print(type(error).__name__, error)
