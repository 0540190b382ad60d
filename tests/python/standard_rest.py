# Standard library: what else is called seldom.
import csv
import pprint
import queue
import random
import re
import reprlib
import shutil
import statistics
import tarfile
import tempfile
import timeit
import zipfile
from collections import deque
from pathlib import Path

print(csv.field_size_limit(), csv.field_size_limit(1000), csv.field_size_limit())
csv.register_dialect("pipes", delimiter="|")
print("pipes" in csv.list_dialects(), next(csv.reader(["a|b"], dialect="pipes")))
csv.unregister_dialect("pipes")
print("pipes" in csv.list_dialects())
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.PrettyPrinter().isrecursive([1]), pprint.isreadable([1]))
q = queue.Queue()
q.put(1)
q.get()
q.task_done()
print(q.join(), q.empty())
m = re.search(r"(a)(b)?", "xab")
print(m.regs, re.IGNORECASE.name, re.I.value)
r = reprlib.Repr()
r.maxdeque, r.maxfrozenset = 2, 2
print(r.repr(deque([1, 2, 3])), r.repr(frozenset([1])))
n = statistics.NormalDist(10, 2)
print(n.median, n.mode, n.stdev, n.mean)
Path("pack").mkdir()
Path("pack/a.txt").write_text("hello")
name = shutil.make_archive("out", "zip", "pack")
print(Path(name).name)
shutil.unpack_archive("out.zip", "back")
print(Path("back/a.txt").read_text())
with zipfile.ZipFile("out.zip", "a") as z:
    z.mkdir("folder")
    z.writestr("b.txt", "x")
    print(sorted(i.filename for i in z.infolist()))
member = tarfile.TarInfo("a.txt")
print(member.issym(), member.islnk(), member.isreg())
with tempfile.TemporaryFile("w+") as f:
    f.write("kept")
    f.seek(0)
    print(f.read())
print(tempfile.gettempprefix(), tempfile.mktemp(suffix=".x").endswith(".x"))
count, seconds = timeit.Timer(lambda: sum(range(1000))).autorange(lambda number, seconds: None)
print(count >= 1, seconds > 0)
system = random.SystemRandom()
system.seed(3)
print(0 <= system.random() < 1)
try:
    system.getstate()
except NotImplementedError as error:
    print(error)


class Odd:
    def __repr__(self):
        return "odd " * 20


print(r.repr(Odd()))
