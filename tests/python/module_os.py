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
os.remove("d3/g.txt")
os.rmdir("d3")
print(os.path.exists("d3"))
os.environ["MY_VAR"] = "1"
print(os.environ["MY_VAR"], os.environ.get("NOPE"), os.environ.get("NOPE", "d"))
print(os.getenv("MY_VAR"), "MY_VAR" in os.environ)
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"
print(os.path.abspath("x") == os.path.join(os.getcwd(), "x"), os.path.normpath("a/./b/../c"))
print(os.path.isabs("/a"), os.path.relpath("a/b", "a"))
try:
    os.environ["NO_SUCH_THING_HERE"]
except KeyError as e:
    print("KeyError", e)
try:
    os.listdir("nowhere")
except FileNotFoundError as e:
    print(e)
print(os.path.abspath("/a/../b"), os.path.expanduser("x"))
