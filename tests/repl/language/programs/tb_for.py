def f():
    for x in 5:
        pass
try: f()
except TypeError as e: print(e)
def g(rows):
    return [v for v in rows]
try: g(5)
except TypeError as e: first = e
for a, b in [(1, 2), 3]: print(a, b)
