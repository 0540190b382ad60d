import os, tarfile, zipfile
os.makedirs("d/e"); open("d/a.txt", "w").write("hello " * 20); open("d/e/b.txt", "w").write("b")
with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.write("d/a.txt"); z.writestr("n/é.txt", "text"); z.write("d/e/b.txt", "b.txt")
with zipfile.ZipFile("a.zip") as z:
    print(z.namelist(), z.read("n/é.txt"), z.getinfo("d/a.txt").file_size, z.open("b.txt").read(), z.testzip(), z)
    z.extractall("out")
print(sorted(os.listdir("out")), open("out/d/a.txt").read() == "hello " * 20, zipfile.is_zipfile("a.zip"), zipfile.is_zipfile("d/a.txt"))
with zipfile.ZipFile("a.zip", "a") as z: z.writestr("more.txt", b"m")
print(zipfile.ZipFile("a.zip").namelist())
with tarfile.open("a.tar.gz", "w:gz") as t: t.add("d")
with tarfile.open("a.tar.gz", "r:gz") as t:
    print(t.getnames(), t.extractfile("d/e/b.txt").read(), t.getmember("d").isdir(), [m.size for m in t.getmembers()])
    t.extractall("tar")
print(open("tar/d/e/b.txt").read(), tarfile.is_tarfile("a.tar.gz"))
for bad in [lambda: zipfile.ZipFile("d/a.txt"), lambda: zipfile.ZipFile("a.zip").read("none"), lambda: zipfile.ZipFile("none.zip"), lambda: tarfile.open("a.tar.gz").getmember("none")]:
    try: bad()
    except Exception as error: print(type(error).__name__, error)
