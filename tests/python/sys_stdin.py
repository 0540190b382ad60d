import sys
first = sys.stdin.readline()
print(repr(first), sys.stdin.name, sys.stdin.mode, sys.stdin.readable())
print(input())
for line in sys.stdin:
    print(line.rstrip("\n").upper())
    if line.startswith("stop"): break
print(repr(sys.stdin.read(4)), sys.stdin.readlines(), repr(sys.stdin.read()))
