# Notes of exceptions that are no list.
e = Exception()
try: e.add_note(42)
except TypeError as x: print(x)
e.add_note('a'); print(e.__notes__)
e.__notes__ = 1
try: e.add_note('b')
except TypeError as x: print(x)
del e.__notes__
print(hasattr(e,'__notes__'))
