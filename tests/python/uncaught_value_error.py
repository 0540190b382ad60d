def check(n):
    if n > 2:
        raise ValueError("n is too large: %d" % n)
    print("ok", n)
for i in range(5):
    check(i)
