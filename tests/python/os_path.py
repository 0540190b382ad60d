import os.path
p = os.path
print(p.join("a", "b", "/c", "d"), p.join("a/", "b"), p.split("/a/b.txt"), p.splitext("a/b.tar.gz"), p.splitext(".bashrc"), p.basename("a/b/"), p.dirname("/a"))
print(p.normpath("a/./b//../c"), p.normpath(""), p.isabs("/x"), p.relpath("/a/b", "/a/c"), p.commonprefix(["abc", "abd"]), p.commonpath(["/a/b", "/a/c"]), p.expanduser("x"))
open("f.txt", "w").write("12")
print(p.exists("f.txt"), p.isfile("f.txt"), p.isdir("."), p.islink("f.txt"), p.getsize("f.txt"), p.samefile("f.txt", "./f.txt"), p.lexists("no"), p.getmtime("f.txt") > 0)
print(p.abspath("f.txt") == p.join(os.getcwd(), "f.txt"), p.realpath(".") == p.realpath(os.getcwd()), p.splitdrive("/a"), p.normcase("A"), p.ismount("/"))
for bad in [lambda: p.join("a", 5), lambda: p.basename(3), lambda: p.getsize("no"), lambda: p.exists(1.5), lambda: p.commonpath([])]:
    try: print(bad())
    except Exception as error: print(type(error).__name__, error)
