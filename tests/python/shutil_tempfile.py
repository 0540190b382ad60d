import os, shutil, tempfile
os.makedirs("src/in"); open("src/a.txt", "w").write("abc"); open("src/in/b.txt", "w").write("b")
print(shutil.copy("src/a.txt", "copy.txt"), shutil.copyfile("copy.txt", "c2.txt"), shutil.copy("copy.txt", "src/in"), open("src/in/copy.txt").read())
print(shutil.copytree("src", "dst"), sorted(os.listdir("dst/in")), shutil.copytree("src", "py", ignore=shutil.ignore_patterns("*.txt")), os.listdir("py"))
print(shutil.move("c2.txt", "dst"), shutil.move("copy.txt", "m.txt"), os.path.exists("copy.txt")); shutil.rmtree("dst"); shutil.rmtree("none", ignore_errors=True)
print(os.path.exists("dst"), shutil.which("no-such-program"), shutil.disk_usage(".").total > 0, shutil.get_terminal_size().columns, len(shutil.disk_usage(".")))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "x"); open(path, "w").close(); print(os.path.isdir(folder), os.listdir(folder))
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f:
    f.write("hi"); f.flush(); f.seek(0); print(f.read(), f.name.endswith(".txt"), os.path.exists(f.name))
print(os.path.exists(f.name)); number, path = tempfile.mkstemp(); os.close(number); os.remove(path); os.rmdir(tempfile.mkdtemp(dir=".")); print(os.path.isdir(tempfile.gettempdir()))
for bad in [lambda: shutil.copy("no", "x"), lambda: shutil.rmtree("no"), lambda: shutil.copyfile("m.txt", "m.txt"), lambda: shutil.copytree("src", "py"), lambda: shutil.move("no", "x")]:
    try: bad()
    except OSError as error: print(type(error).__name__, error)
