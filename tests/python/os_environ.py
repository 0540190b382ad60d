import os
os.environ["NNSH_TEST"] = "5"
print(os.environ["NNSH_TEST"], os.environ.get("NNSH_TEST"), os.getenv("NNSH_NONE"), os.getenv("NNSH_NONE", "d"), "NNSH_TEST" in os.environ)
print(os.environ.setdefault("NNSH_TEST", "6"), os.environ.pop("NNSH_TEST"), os.environ.get("NNSH_TEST", 0), os.path.expandvars("$NNSH_NONE/x"))
os.environ.update(NNSH_A="1"); print(os.path.expandvars("${NNSH_A}b"), os.environ.get("NNSH_A")); del os.environ["NNSH_A"]
for bad in [lambda: os.environ["NNSH_A"], lambda: os.environ.__setitem__("x", 1)]:
    try: bad()
    except (KeyError, TypeError) as error: print(type(error).__name__, error)
print(os.sep, os.name, repr(os.linesep), os.curdir, os.pathsep, os.cpu_count() > 0, len(os.urandom(4)), os.getpid() > 0, os.fspath("a"), os.devnull)
