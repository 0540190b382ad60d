f = open("x.txt", "w")
print(f.write("abc"))
f.read()
