# Errors of importing from packages: of modules on disk, and of __import__ with the dots given as a level.
import os, sys, tempfile

folder = tempfile.mkdtemp()
texts = {"outer/__init__.py": "from . import inner\nfrom .inner import deep\nname = 'outer'\n", "outer/inner/__init__.py": "from .. import __name__ as above\n",
         "outer/inner/deep.py": "from ...other import x\n", "outer/far.py": "from .. import other\n", "outer/wrong.py": "from .missing import x\n",
         "outer/good.py": "from .inner import above\nfrom . import name\n", "listed.py": "__all__ = ['a', 5]\na = 1\n",
         "lacking.py": "__all__ = ['a', 'b']\na = 1\n", "unlisted.py": "__all__ = 5\n", "alone.py": "from . import x\n", "other.py": "x = 1\n"}
for path, text in texts.items():
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
with open(os.path.join(folder, "outer/__init__.py"), "w") as file:
    file.write("from . import inner\nname = 'outer'\n")
sys.path.insert(0, folder)


def attempt(source):
    try:
        names = {"__name__": "m"}
        exec(source, names)
        print(source, "passes", names.get("r"))
    except Exception as error:
        print(source, type(error).__name__, str(error).replace(folder, "FOLDER"))


for source in ("import outer.inner.deep", "import outer.far", "import outer.wrong", "import outer.good as g; r = g.above, g.name", "from listed import *",
               "from lacking import *", "from unlisted import *", "import alone", "from . import x", "import outer.nothing", "import nothing.at_all",
               "r = __import__('outer.inner').__name__", "r = __import__('outer.inner', fromlist=['x']).__name__",
               "__import__('x', level=1)", "__import__('x', globals(), None, [], 1)", "__import__('x', {'__package__': ''}, None, [], 1)",
               "r = __import__('good', {'__package__': 'outer'}, None, ['above'], 1).__name__", "r = __import__('', {'__package__': 'outer'}, None, ['inner'], 1).__name__",
               "r = __import__('inner', {'__package__': 'outer'}, None, [], 1).__name__", "r = __import__('inner.deep', {'__package__': 'outer'}, None, [], 1).__name__",
               "r = __import__('good', {'__package__': 'outer.inner'}, None, ['x'], 2).above", "__import__('x', {'__package__': 'outer'}, None, ['inner'], 3)",
               "__import__('x', {'__package__': 'outer'}, None, ['inner'], 1)", "__import__('x', {'__package__': 5}, None, [], 1)", "__import__('x', {}, None, [], 1)",
               "__import__('x', {'__name__': 5}, None, [], 1)", "r = __import__('good', {'__name__': 'outer.b'}, None, ['x'], 1).__name__", "__import__('json', None, None, None, -1)",
               "__import__('')", "__import__('x', 5, None, None, 1)", "__import__(5)"):
    attempt(source)
os.symlink("/proc/self/mem", os.path.join(folder, "memory.py"))
os.symlink("/proc/sys/vm/drop_caches", os.path.join(folder, "locked.py"))
attempt("import memory")
attempt("import locked")
