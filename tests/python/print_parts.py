# print() into a file of the program's own, separators with any character, the way of Python 2.
import io
import sys


class Told:
    def __init__(self):
        self.seen, self.flushed = [], 0

    def write(self, text):
        self.seen.append(text)

    def flush(self):
        self.flushed += 1


told = Told()
print('a', 1, None, sep='-', end='!', file=told, flush=True)
print(file=told)
print('x', sep=None, end=None, file=told, flush=False)
print(told.seen, told.flushed)
memory = io.StringIO()
print('a', 'b', sep='\0', end='\0', file=memory, flush=True)
print(repr(memory.getvalue()))
print('a', 'b', sep='\0', end='\0\n')


class Tee:
    def __init__(self, below):
        self.below = below

    def write(self, text):
        self.below.write(text.upper() if text.strip() else text)

    def flush(self):
        self.below.flush()


sys.stdout = Tee(sys.stdout)
print('shown', 'large')
sys.stdout = sys.__stdout__
for wrong in (lambda: print >> 1, lambda: print('x', file=3), lambda: print('x', file=object(), flush=True),
              lambda: len >> 1):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
