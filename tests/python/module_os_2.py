import os
from os import path
os.makedirs("d1/d2", exist_ok=True)
os.makedirs("d1/d2", exist_ok=True)
open("d1/f.txt", "w").close()
open("d1/a.txt", "w").close()
os.mkdir("d3")
os.rename("d1/f.txt", "d3/g.txt")
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
