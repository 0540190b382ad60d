"""Discrete Fourier transforms: numpy.fft. The transforms along one axis are the engine's; what stands here is which
axis, how long, and by how much a result is divided."""
import operator

import numpy as np
import _numpy
from _numpy_common import checked_axis


def _factor(n, norm, forward):
    """What a transform of n points is multiplied by."""
    if n < 1:
        raise ValueError(f'Invalid number of FFT data points ({n}) specified.')
    if norm is None:
        norm = 'backward'
    if norm not in ('backward', 'ortho', 'forward'):
        raise ValueError(f'Invalid norm value {norm}; should be "backward","ortho" or "forward".')
    if norm == 'ortho':
        return 1 / float(np.sqrt(n))
    return 1 if (norm == 'backward') == forward else 1 / n


def _floats(a):
    """The array as floats, and whether results are of single precision."""
    a = np.asarray(a)
    if a.dtype.kind in 'USO':
        a = a.astype(complex)
    return a, a.dtype in (np.dtype('float16'), np.dtype('float32'), np.dtype('complex64'))


def _cut(a, n, axis):
    """The array with n places along the last axis, where `axis` is put: zeros are added at the end."""
    axis = checked_axis(axis, a.ndim)
    a = np.moveaxis(a, axis, -1)
    have = a.shape[-1]
    if n < have:
        a = a[..., :n]
    elif n > have:
        a = np.concatenate((a, np.zeros(a.shape[:-1] + (n - have,), a.dtype)), axis=-1)
    return a, axis


def _finish(made, axis, out, single, real=False):
    made = np.moveaxis(made, -1, axis)
    if single:
        made = made.astype(np.float32 if real else np.complex64)
    if out is None:
        return made
    out[...] = made
    return out


def _length(a, n, axis):
    return a.shape[axis] if n is None else operator.index(n)


def _transform(a, n, axis, norm, out, forward):
    a, single = _floats(a)
    n = _length(a, n, axis)
    factor = _factor(n, norm, forward)
    a, axis = _cut(a, n, axis)
    return _finish(_numpy.fft_rows(a, not forward, factor), axis, out, single)


def fft(a, n=None, axis=-1, norm=None, out=None):
    """The transform along one axis."""
    return _transform(a, n, axis, norm, out, True)


def ifft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse transform along one axis."""
    return _transform(a, n, axis, norm, out, False)


def rfft(a, n=None, axis=-1, norm=None, out=None):
    """The transform of real numbers: the frequencies that are not negative."""
    a, single = _floats(a)
    if a.dtype.kind == 'c':
        which = 'even' if _length(a, n, axis) % 2 == 0 else 'odd'
        raise TypeError(f"ufunc 'rfft_n_{which}' not supported for the input types, and the inputs could not be safely "
                        "coerced to any supported types according to the casting rule ''safe''")
    n = _length(a, n, axis)
    factor = _factor(n, norm, True)
    a, axis = _cut(a, n, axis)
    made = _numpy.fft_rows(a, False, factor)[..., :n // 2 + 1]
    made = np.ascontiguousarray(made)
    made.imag[..., 0] = 0
    if n % 2 == 0:
        made.imag[..., -1] = 0
    return _finish(made, axis, out, single)


def irfft(a, n=None, axis=-1, norm=None, out=None):
    """The real numbers whose transform this is, of which the negative frequencies are left out."""
    a, single = _floats(a)
    if n is None:
        n = (a.shape[axis] - 1) * 2
    n = operator.index(n)
    factor = _factor(n, norm, False)
    half, axis = _cut(a, n // 2 + 1, axis)
    whole = np.zeros(half.shape[:-1] + (n,), complex)
    whole[..., :n // 2 + 1] = half
    whole.imag[..., 0] = 0
    if n % 2 == 0:
        whole.imag[..., n // 2] = 0
    count = (n - 1) // 2
    if count > 0:
        whole[..., -1:-count - 1:-1] = np.conj(half[..., 1:count + 1])
    return _finish(_numpy.fft_rows(whole, True, factor).real, axis, out, single, True)


def hfft(a, n=None, axis=-1, norm=None, out=None):
    """The transform of numbers that mirror their conjugates: real numbers."""
    a = np.asarray(a)
    if n is None:
        n = (a.shape[axis] - 1) * 2
    return irfft(np.conj(a), n, axis, _turned(norm), out)


def ihfft(a, n=None, axis=-1, norm=None, out=None):
    """The inverse of hfft."""
    a = np.asarray(a)
    if n is None:
        n = a.shape[axis]
    made = np.conj(rfft(a, n, axis, _turned(norm)))
    if out is None:
        return made
    out[...] = made
    return out


def _turned(norm):
    """The other direction's name of a norm."""
    turned = {None: 'forward', 'backward': 'forward', 'ortho': 'ortho', 'forward': 'backward'}
    if norm not in turned:
        raise ValueError(f'Invalid norm value {norm}; should be "backward", "ortho" or "forward".')
    return turned[norm]


def _lengths(a, s, axes, back_to_real=False):
    """Shape and axes of a transform along several axes."""
    if axes is None:
        axes = list(range(a.ndim)) if s is None else list(range(-len(s), 0))
        last_only = s is None
    else:
        axes = list(axes)
        last_only = s is None
    for axis in axes:
        if not -a.ndim <= axis < a.ndim:
            raise IndexError(f'index {axis} is out of bounds for axis 0 with size {a.ndim}')
    if s is None:
        s = [a.shape[axis] for axis in axes]
    s = [a.shape[axis] if n == -1 else n for n, axis in zip(list(s), axes)] if len(s) == len(axes) else list(s)
    if len(s) != len(axes):
        raise ValueError('Shape and axes have different lengths.')
    if back_to_real and last_only:
        s[-1] = (a.shape[axes[-1]] - 1) * 2
    return s, axes


def _along_all(a, s, axes, norm, out, one):
    a = np.asarray(a)
    s, axes = _lengths(a, s, axes)
    for n, axis in reversed(list(zip(s, axes))):
        a = one(a, n, axis, norm)
    if out is None:
        return a
    out[...] = a
    return out


def fftn(a, s=None, axes=None, norm=None, out=None):
    """The transform along several axes."""
    return _along_all(a, s, axes, norm, out, fft)


def ifftn(a, s=None, axes=None, norm=None, out=None):
    """The inverse transform along several axes."""
    return _along_all(a, s, axes, norm, out, ifft)


def fft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The transform along two axes."""
    return _along_all(a, s, axes, norm, out, fft)


def ifft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The inverse transform along two axes."""
    return _along_all(a, s, axes, norm, out, ifft)


def rfftn(a, s=None, axes=None, norm=None, out=None):
    """The transform of real numbers along several axes; the last keeps the frequencies that are not negative."""
    a = np.asarray(a)
    s, axes = _lengths(a, s, axes)
    a = rfft(a, s[-1], axes[-1], norm)
    for n, axis in list(zip(s, axes))[-2::-1]:
        a = fft(a, n, axis, norm)
    if out is None:
        return a
    out[...] = a
    return out


def rfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """rfftn along two axes."""
    return rfftn(a, s, axes, norm, out)


def irfftn(a, s=None, axes=None, norm=None, out=None):
    """The inverse of rfftn."""
    a = np.asarray(a)
    s, axes = _lengths(a, s, axes, True)
    for n, axis in list(zip(s, axes))[:-1]:
        a = ifft(a, n, axis, norm)
    return irfft(a, s[-1], axes[-1], norm, out)


def irfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """irfftn along two axes."""
    return irfftn(a, s, axes, norm, out)


def fftfreq(n, d=1.0, device=None):
    """The frequencies of a transform of n points that lie d apart."""
    if not isinstance(n, (int, np.integer)):
        raise ValueError('n should be an integer')
    made = np.empty(n, int)
    half = (n - 1) // 2 + 1
    made[:half] = np.arange(0, half)
    made[half:] = np.arange(-(n // 2), 0)
    return made * (1.0 / (n * d))


def rfftfreq(n, d=1.0, device=None):
    """The frequencies of rfft."""
    if not isinstance(n, (int, np.integer)):
        raise ValueError('n should be an integer')
    return np.arange(0, n // 2 + 1) * (1.0 / (n * d))


def _shifted(x, axes, back):
    x = np.asarray(x)
    if axes is None:
        axes = tuple(range(x.ndim))
    elif isinstance(axes, (int, np.integer)):
        axes = (axes,)
    return np.roll(x, tuple(-(x.shape[axis] // 2) if back else x.shape[axis] // 2 for axis in axes), tuple(axes))


def fftshift(x, axes=None):
    """Frequency 0 moved to the middle."""
    return _shifted(x, axes, False)


def ifftshift(x, axes=None):
    """The inverse of fftshift."""
    return _shifted(x, axes, True)
