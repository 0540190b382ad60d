import os
os.makedirs("a/b/c")
os.makedirs("a/b/c", exist_ok=True)
open("a/x.txt", "w").write("hello")
open("a/b/y.py", "w").close()
print(sorted(os.listdir("a")), os.path.getsize("a/x.txt"), os.stat("a/x.txt").st_size, os.path.isdir("a/b"))
for folder, folders, files in os.walk("a"): print(folder, sorted(folders), sorted(files))
print([f[0] for f in os.walk("a", topdown=False)])
with os.scandir("a") as entries:
    for e in sorted(entries, key=lambda e: e.name): print(e.name, e.is_dir(), e.is_file(), e.path, e)
os.rename("a/x.txt", "a/z.txt"); os.replace("a/z.txt", "w.txt")
print(os.path.exists("a/x.txt"), os.listdir("a/b/c"), os.access("w.txt", os.R_OK), os.rmdir("a/b/c"), os.remove("w.txt"))
here = os.getcwd(); os.chdir("a"); print(os.path.basename(os.getcwd())); os.chdir(here)
for bad in [lambda: os.mkdir("a"), lambda: os.rename("none", "n2"), lambda: os.rmdir("a"), lambda: os.remove("a"), lambda: os.listdir("none"), lambda: os.makedirs("a"), lambda: os.listdir(1.5), lambda: os.stat("none"), lambda: os.chdir("none")]:
    try: bad()
    except (OSError, TypeError) as error: print(type(error).__name__, error)
