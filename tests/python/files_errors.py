def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: open("missing.txt"))
attempt(lambda: open("/"))
attempt(lambda: open("x", "q"))
f = open("e.txt", "w")
attempt(lambda: f.read())
attempt(lambda: f.write(5))
f.close()
attempt(lambda: f.write("a"))
attempt(lambda: open("e.txt", "rb").write(b"x"))
attempt(lambda: open("no/dir.txt", "w"))
attempt(lambda: open("e.txt", "x"))
import os
try:
    open("missing.txt")
except FileNotFoundError as e:
    print(e.errno, e.filename, e.strerror)
except OSError:
    print("other")
print(os.path.exists("e.txt"), os.path.getsize("e.txt"))
os.remove("e.txt")
print(os.path.exists("e.txt"))
