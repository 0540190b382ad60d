for i in range(3):
    print(i, end=" ")
else:
    print("done")
for i in range(10):
    if i == 2: continue
    if i == 4: break
    print(i, end=" ")
else:
    print("never")
print()
n = 5
while n > 0:
    n -= 2
else:
    print("while else", n)
while True:
    n += 1
    if n > 3: break
print(n)
for i, (a, b) in enumerate(zip("xy", [1, 2])): print(i, a, b)
for x in [1, 2], (3, 4): print(x, end=";")
print()
for k in {"a": 1, "b": 2}: print(k, end=",")
print()
for i in range(1, 4):
    for j in range(1, 4):
        print(i * j, end="\t")
    print()
a, b = 0, 1
while a < 50:
    print(a, end=",")
    a, b = b, a + b
print()
x = 7
if x < 5: print("low")
elif x < 10: print("mid")
else: print("high")
print("even" if x % 2 == 0 else "odd", 1 < x < 10, x == 7 and "yes" or "no", not x)
