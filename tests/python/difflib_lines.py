import difflib
import importlib

print([difflib.IS_LINE_JUNK(line) for line in ("", "  #  \n", "#a", " \n")])
print(list(difflib.ndiff(["one\n", "two\n"], ["one\n", "too\n"], linejunk=difflib.IS_LINE_JUNK)))
importlib.invalidate_caches()
import keyword
print(importlib.reload(keyword) is keyword)
