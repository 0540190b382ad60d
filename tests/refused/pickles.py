# Pickles that name what may not be made, and values that no pickle is made of.
import argparse, collections.abc, pickle

import numpy as np
from refusals import refuses, report


class Plain:
    def __repr__(self):
        return '<Plain>'


class Derived(list):
    pass


def function():
    pass


def reads(text, data):
    refuses(pickle.UnpicklingError, text, pickle.loads, data)


def writes(text, value):
    refuses(pickle.PicklingError, text, pickle.dumps, value)


reads("global 'os.system' is refused: nnsh makes plain values, arrays and the script's own classes from a pickle",
      b'cos\nsystem\n.')
reads('an array without a dtype', b'cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\n(K\x00tU\x01b\x87R'
      b'(K\x01(K\x01tN\x89U\x01atb.')
reads("arrays of dtype 'M8' are not there", b"cnumpy\ndtype\nV'M8'\n\x85R.".replace(b"'", b''))
reads('calling <Plain> is refused', b'c__main__\nPlain\n)R)R.')
reads("instances of <class 'int'> are refused", b'(ibuiltins\nint\n.')
reads('instances that hold a list are not there', b'ccopyreg\n_reconstructor\nc__main__\nDerived\ncbuiltins\nlist\n]\x87R.')
reads("the state of an object of <class 'list'> is refused", b']K\x01b.')
writes("Can't pickle <class 'collections.abc.Sized'>: only the script's own classes can be", collections.abc.Sized)
writes(f"Can't pickle {function!r}: functions are not there, as nnsh reads none from a pickle", function)
writes('arrays of dtype datetime64[D] are not there', np.array(['2020-01-01'], dtype='datetime64[D]'))
writes('arrays of dtype datetime64[D] are not there', np.dtype('datetime64[D]'))
refuses(TypeError, "cannot pickle 'argparse.ArgumentParser' object", pickle.dumps, argparse.ArgumentParser())
report()
