import numpy as np

m = np.arange(6).reshape(2, 3)
print([row.sum() for row in m], list(m[0]), [x for row in m for x in row][:2], m.tolist(), len(m))
print([type(x).__name__ for x in (m[0, 0], m[0], m.item(0), m.tolist()[0][0])], max(m[0]), sum(m[1]), sorted(m[0], reverse=True))
for i, (x, y) in enumerate(zip(m[0], m[1])):
    print(i, x, y)
print(3 in m, 9 in m, np.array(3) in [1, 3], bool(np.array([1])), bool(np.array(0)), int(np.array(3)), float(np.array(2.5)), any(m[0]), all(m[0]))
print(dict(enumerate(m[0])), list(map(int, m[1])), *m[0], list(reversed(m[0])))
for wrong in (lambda: bool(m), lambda: bool(np.array([])), lambda: int(m), lambda: len(np.array(3)), lambda: list(np.array(3)), lambda: hash(m), lambda: m.item(), lambda: float(np.array([1.0, 2.0]))):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
