import numpy as np

a = np.arange(6.0).reshape(2, 3)


def shown(*arguments, **options):
    np.savetxt("o.txt", *arguments, **options)
    print(open("o.txt").read(), end="")


shown(a)
shown(a, fmt="%.2f", delimiter=",", header="a,b,c", footer="end", comments="")
shown([1, 2, 3], fmt="%d")
shown(a, fmt=["%d", "%.1f", "%5.2f"])
shown(a, fmt="%d|%d|%d", header="x\ny", newline=";\n")
with open("p.txt", "w") as file:
    np.savetxt(file, a, fmt="%g")
print(open("p.txt").read(), end="")
print((np.loadtxt("p.txt") == a).all())
for attempt in (lambda: np.savetxt("o.txt", a, fmt="%d %d"), lambda: np.savetxt("o.txt", np.zeros((2, 2, 2))),
                lambda: np.savetxt("o.txt", a, fmt=["%d"])):
    try:
        attempt()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
