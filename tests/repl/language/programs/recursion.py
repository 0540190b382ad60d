def down(n): return 0 if n == 0 else 1 + down(n - 1)
print(down(900))
def forever(n): return forever(n + 1)
try: forever(0)
except RecursionError as e: print(e)
class R:
    def __eq__(self, o): return self == o
try: R() == R()
except RecursionError as e: print(str(e)[:32])
class G:
    def __getattr__(self, n): return getattr(self, n + 'x')
try: G().a
except RecursionError as e: print(str(e)[:32])
def mutual_a(n): return mutual_b(n)
def mutual_b(n): return mutual_a(n)
try: mutual_a(0)
except RecursionError: print('mutual')
def gen(n):
    yield n
    yield from gen(n + 1)
try:
    for v in gen(0): pass
except RecursionError: print('generators')
print(sorted([3, 1, 2], key=lambda v: down(10) - v))
print('still alive', down(100))
