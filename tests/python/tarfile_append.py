# Archives that are added to, the classes of errors, and what follows the members of a file.
import io, os, tarfile

for name in ("one.txt", "two.txt", "three.txt"):
    with open(name, "w") as file:
        file.write(name * 3)
with tarfile.open("all.tar", "w") as archive:
    archive.add("one.txt")
with tarfile.open("all.tar", "a") as archive:
    print(archive.getnames())
    archive.add("two.txt")
    print(archive.getnames())
with tarfile.open("all.tar") as archive:
    print(archive.getnames(), archive.extractfile("two.txt").read())
with tarfile.open("fresh.tar", "a") as archive:
    archive.add("three.txt")
print(tarfile.open("fresh.tar").getnames(), os.path.getsize("all.tar") % 10240)
inner = io.BytesIO()
with tarfile.open(fileobj=inner, mode="w:gz") as archive:
    archive.add("one.txt", "renamed.txt")
for mode in ("r", "r:*", "r:gz"):
    inner.seek(0)
    print(mode, tarfile.open(fileobj=inner, mode=mode).getnames())
plain = io.BytesIO()
with tarfile.open(fileobj=plain, mode="w") as archive:
    for name in ("a", "b"):
        info = tarfile.TarInfo(name)
        info.size = 4
        archive.addfile(info, io.BytesIO(b"data"))
data = plain.getvalue()
print(tarfile.open(fileobj=io.BytesIO(data[:1024] + b"garbage" + data[1031:])).getnames())
print(tarfile.TarFile("all.tar").getnames(), tarfile.is_tarfile("all.tar"), tarfile.is_tarfile("one.txt"))
print([kind.__mro__[1].__name__ for kind in (tarfile.ReadError, tarfile.CompressionError)])
for arguments in (("one.txt",), ("one.txt", "r:"), ("one.txt", "r:tar"), ("all.tar", "r:gz"), ("all.tar", "r:zz"), ("all.tar", "a:gz"), ("all.tar", "q"), ("all.tar", "q:"),
                  ("all.tar", "x|gz"), ("all.tar", "x"), ("missing.tar",), (None,)):
    try:
        print(arguments, tarfile.open(*arguments).getnames())
    except (tarfile.TarError, ValueError, OSError) as error:
        print(arguments, type(error).__name__, error)
