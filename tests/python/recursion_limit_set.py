# sys.setrecursionlimit: deeper, less deep, and what it refuses.
import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def endless(n):
    return endless(n + 1)


print(sys.getrecursionlimit())
sys.setrecursionlimit(20000)
print(depth(5000), depth(15000), sys.getrecursionlimit())
memo = {}


def fib(n):
    if n < 2:
        return n
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]


print(fib(3000) % 10 ** 12)
sys.setrecursionlimit(100)
print(depth(80))
try:
    depth(200)
except RecursionError as error:
    print(error)
for limit in (1, 0, -3, 'x', 2 ** 40):
    try:
        sys.setrecursionlimit(limit)
    except (RecursionError, ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
sys.setrecursionlimit(3000)
try:
    endless(0)
except RecursionError as error:
    print('ended:', error)
