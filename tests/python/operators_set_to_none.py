# Special methods that are None, and dicts joined with what is none.
class A:
    def __eq__(self, o): return 1
    def __ne__(self, o): return NotImplemented
class B:
    __ne__ = None
class E:
    __eq__ = None
try: print(A() != E())
except TypeError as e: print(e)
try: print(E() == 1)
except TypeError as e: print(e)
try: print(B() != 1)
except TypeError as e: print(e)
class C:
    __radd__ = None
try: print(1 + C())
except TypeError as e: print(e)
class D:
    __ror__ = None
try: print({} | D())
except TypeError as e: print(e)
a = {0:0, 1:1, 2:1}
try: a | None
except TypeError as e: print(e)
try: a |= [1]
except TypeError as e: print(e)
except ValueError as e: print(e)
a |= [(5,6)]; print(a)
a = {0: 0}
for x in range(3): a = a | {x: x}
print(a, {} | dict(a), a.__or__(None), a.__ror__(None))
try: print(a.__ior__('BAD'))
except ValueError as e: print(e)
try: a.__ior__(None)
except TypeError as e: print(e)
