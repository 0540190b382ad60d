# os: links, raw descriptors, texts of errors, paths as bytes.
import os

with open("a.txt", "w") as f:
    f.write("hello\n")
descriptor = os.open("a.txt", os.O_RDWR)
print(os.read(descriptor, 3), os.write(descriptor, b"XY"), os.isatty(descriptor))
os.close(descriptor)
print(open("a.txt").read().strip(), os.strerror(2), os.strerror(13))
os.truncate("a.txt", 2)
print(os.path.getsize("a.txt"), os.path.getatime("a.txt") > 1e9, os.path.getctime("a.txt") > 1e9)
os.link("a.txt", "b.txt")
os.symlink("a.txt", "c.txt")
print(os.readlink("c.txt"), os.stat("b.txt").st_nlink, os.lstat("c.txt").st_size, os.path.islink("b.txt"))
os.makedirs("one/two")
os.renames("b.txt", "three/four/b.txt")
print(sorted(os.listdir()), os.listdir("three/four"))
os.removedirs("one/two")
print(os.path.exists("one"), os.getcwdb() == os.fsencode(os.getcwd()), os.fsdecode(b"x.txt"), os.fsencode("y"))
print(os.getuid() == os.stat("a.txt").st_uid, os.getgid() >= 0, os.getppid() > 0, isinstance(os.get_exec_path(), list))
with os.fdopen(os.open("d.txt", os.O_CREAT | os.O_WRONLY), "w") as f:
    print(f.write("by descriptor"))
for entry in sorted(os.scandir(), key=lambda e: e.name):
    print(entry.name, entry.is_file(), entry.inode() == entry.stat(follow_symlinks=False).st_ino)
try:
    os.readlink("a.txt")
except OSError as error:
    print(type(error).__name__, error)
