import glob, fnmatch, os
os.makedirs("d/e/f")
for name in ["a.txt", "b.py", "c1.txt", ".hidden", "d/x.txt", "d/e/y.txt", "d/e/f/z.py"]: open(name, "w").close()
print(sorted(glob.glob("*")), sorted(glob.glob("*.txt")), sorted(glob.glob("[a-b].*")), sorted(glob.glob("d/*")), glob.glob("none*"))
print(sorted(glob.glob("**/*.txt", recursive=True)), sorted(glob.glob("d/**", recursive=True)), sorted(glob.iglob("*/")), glob.glob("a.txt"), sorted(glob.glob("*.*", root_dir="d")))
print(sorted(glob.glob("*/*.txt")), glob.glob("?1.txt"), sorted(glob.glob(".*")), glob.escape("a[1].txt"))
print(fnmatch.fnmatch("a.txt", "*.txt"), fnmatch.filter(["a.py", "b.txt", "c.py"], "*.py"), fnmatch.fnmatch("ab", "a?"), fnmatch.fnmatchcase("A", "a"), fnmatch.fnmatch("x1", "x[!a-z]"), fnmatch.translate("*.py"))
