# pathlib: links, modes, replacing, the parts of a path.
from pathlib import Path, PurePosixPath

a = Path("a.txt")
a.write_text("one")
Path("b.txt").symlink_to(a)
Path("c.txt").hardlink_to(a)
print(Path("b.txt").is_symlink(), Path("b.txt").readlink(), a.is_symlink(), a.samefile("c.txt"), a.is_mount())
a.chmod(0o640)
print(oct(a.stat().st_mode & 0o777), Path("b.txt").lstat().st_size, a.stat().st_nlink)
Path("new.txt").write_text("two")
print(Path("new.txt").replace("c.txt"), Path("c.txt").read_text(), Path("new.txt").exists())
p = PurePosixPath("/usr/share/x.tar.gz")
print(repr(p.anchor), repr(p.drive), repr(p.root), p.as_uri(), p.suffixes)
print(Path("~").expanduser() == Path.home(), Path("~/x").expanduser().name, isinstance(a.owner(), str))
print(Path("/").is_mount(), repr(PurePosixPath("rel").anchor))
try:
    PurePosixPath("rel").as_uri()
except ValueError as error:
    print(error)
