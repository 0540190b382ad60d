# sys.excepthook is asked about an exception that nobody caught; the one it comes with stays at hand.
import sys


def hook(kind, value, traceback):
    print('hook', kind.__name__, value, traceback.tb_lineno, traceback.tb_next is None)


print(sys.excepthook is sys.__excepthook__, callable(sys.__excepthook__))
sys.excepthook = hook
print(sys.excepthook is hook)
raise ValueError('nobody catches this')
