open("x.txt", "wb").write(b"ok\xff\n")
print("reading")
open("x.txt").read()
