import sys
print(sys.version_info[:2], sys.version_info.major, sys.maxsize, sys.byteorder, sys.getdefaultencoding(), sys.getrecursionlimit(), sys.platform, sys.maxunicode)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit, sys.flags.debug, sys.hexversion >= 0x3080000)
print("__main__" in sys.modules, "sys" in sys.modules, "google.colab" in sys.modules, sys.modules["__main__"].__name__, sys.intern("a") == "a")
try: {}["k"]
except KeyError: kind, value, trace = sys.exc_info(); print(kind, value)
print(sys.exc_info(), sys.stdin, sys.stdout, sys.stderr.name, len(sys.argv), type(sys.path), sys.executable != "")
sys.setrecursionlimit(2000); print(sys.getrecursionlimit(), sys.stdout.writable(), sys.stdout.writelines(["a", "b\n"]))
for bad in [lambda: sys.stdout.write(5), lambda: sys.intern(5), lambda: sys.setrecursionlimit(0)]:
    try: bad()
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
sys.exit(0)
