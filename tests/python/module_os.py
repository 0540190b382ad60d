import os
from os import path
print(os.path.join("a", "b", "c.txt"), os.path.join("a/", "b"), os.path.join("a", "/b"), os.path.join("a", ""))
print(os.path.basename("/x/y.txt"), os.path.dirname("/x/y.txt"))
print(os.path.splitext("a/b.tar.gz"), os.path.split("/x/y"), os.path.splitext(".rc"))
os.makedirs("d1/d2", exist_ok=True)
os.makedirs("d1/d2", exist_ok=True)
print(os.path.isdir("d1"), os.path.isfile("d1"), os.path.exists("zz"), path.isdir("d1/d2"))
try:
    os.makedirs("d1/d2")
except FileExistsError as e:
    print(e)
open("d1/f.txt", "w").close()
open("d1/a.txt", "w").close()
print(sorted(os.listdir("d1")), os.sep, os.name, os.path.basename(os.getcwd()) != "")
os.mkdir("d3")
os.rename("d1/f.txt", "d3/g.txt")
print(os.listdir("d3"))
