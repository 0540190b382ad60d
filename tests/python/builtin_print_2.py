print("line1\nline2\ttab")
print(*[1, 2, 3], *"ab")
print("no newline", end="")
print("", "lead")
import sys
print("to stderr", file=sys.stderr)
print("flushed", flush=True)
sys.stdout.write("written\n")
