"""numpy's functions that ask for the parts of complex numbers."""
import numpy as np
import _numpy


def real(val):
    """The real part."""
    return val.real if hasattr(val, 'real') else np.asanyarray(val).real


def imag(val):
    """The imaginary part."""
    return val.imag if hasattr(val, 'imag') else np.asanyarray(val).imag


def angle(z, deg=False):
    """The angle of a complex number in the plane: 0 for positive ones, pi for negative ones."""
    z = np.asanyarray(z)
    made = np.arctan2(z.imag, z.real) if z.dtype.kind == 'c' else np.arctan2(0, z)
    if deg:
        made = made * (180 / np.pi)
    return made


def _is_complex(x):
    return np.asanyarray(x).dtype.kind == 'c'


def isreal(x):
    """Where numbers have no imaginary part."""
    return imag(x) == 0


def iscomplex(x):
    """Where numbers have an imaginary part."""
    x = np.asanyarray(x)
    if x.dtype.kind == 'c':
        return x.imag != 0
    return np.zeros(x.shape, bool)[()]


def iscomplexobj(x):
    """Whether the dtype is complex."""
    kind = getattr(x, 'dtype', None)
    if kind is not None and hasattr(kind, 'type'):
        return issubclass(kind.type, np.complexfloating)
    return _is_complex(x)


def isrealobj(x):
    """Whether the dtype is not complex."""
    return not iscomplexobj(x)


def real_if_close(a, tol=100):
    """The real part, where the imaginary one is negligible."""
    a = np.asanyarray(a)
    if a.dtype.kind != 'c':
        return a
    if tol > 1:
        tol = np.finfo(a.real.dtype).eps * tol
    return a.real if np.all(np.absolute(a.imag) < tol) else a


def sort_complex(a):
    """Sorted as complex numbers, by real part and then by imaginary part."""
    a = np.array(a)
    a.sort()
    if a.dtype.kind == 'c':
        return a
    return a.astype('F' if a.dtype.char in 'bhBH' else 'D')


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """Numbers in place of nan and infinities."""
    x = np.asanyarray(x)
    if x.dtype.kind == 'c':
        made = np.array(x)
        made.real = _numpy.nan_to_num(x.real, True, nan, posinf, neginf)
        made.imag = _numpy.nan_to_num(x.imag, True, nan, posinf, neginf)
    else:
        made = _numpy.nan_to_num(x, True, nan, posinf, neginf)
    if copy:
        return made[()] if x.ndim == 0 else made
    x[...] = made
    return x
