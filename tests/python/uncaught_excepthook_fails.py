import sys


def hook(kind, value, traceback):
    print('hook', kind.__name__)
    raise KeyError('from the hook')


sys.excepthook = hook
raise ValueError('the first')
