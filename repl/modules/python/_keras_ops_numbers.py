"""keras.ops that work on numbers alone, by numpy: sorts, counts, bits, windows, linear algebra, Fourier transforms. Where the
numbers are not known yet, or a tape would follow them, they say so instead of losing the gradient."""
import numpy as np

import _keras_ops as _k
from _keras import array, dims, is_symbolic, is_tensor, is_variable, make, tracked
from _keras_ops_shapes import _name_of


def _numbers(value, said):
    if is_symbolic(value):
        raise NotImplementedError(f"keras.ops.{said}() is there for numbers, not inside of a model")
    if is_tensor(value) or is_variable(value):
        if tracked(value):
            raise NotImplementedError(f"keras.ops.{said}() has no gradient here, and a tape follows its input: "
                                      "call it on keras.ops.stop_gradient(x), or outside of the tape")
        return array(value)
    if isinstance(value, (list, tuple)) and any(is_tensor(i) for i in value):
        return type(value)(_numbers(i, said) for i in value)
    return value


def _result(made, wide=False):
    if isinstance(made, (list, tuple)) or hasattr(made, "_fields"):
        return [_result(i, wide) for i in made] if isinstance(made, list) else tuple(_result(i, wide) for i in made)
    made = np.asarray(made)
    if wide and made.dtype.kind == "f":
        return make(made)
    narrow = {"float64": "float32", "int64": "int32", "complex128": "complex64"}.get(made.dtype.name)
    return make(made.astype(narrow) if narrow else made)


def _by(function, name, signature=None, integers=False):
    """numpy's function on tensors; float64 comes back as float32, as Keras's default float type has it."""
    def call(*arguments, **keywords):
        given = [_numbers(i, name) for i in arguments]
        named = {key: _numbers(i, name) for key, i in keywords.items()}
        wide = any(getattr(i, "dtype", None) == np.float64 for i in given)
        return _result(function(*given, **named), wide)
    call.__name__ = call.__qualname__ = name
    return call


for _name in ("argpartition bartlett bincount bitwise_and bitwise_or bitwise_xor blackman corrcoef correlate digitize gcd hamming hanning "
              "i0 isin kaiser lcm left_shift right_shift nanargmax nanargmin nextafter searchsorted signbit unravel_index geomspace logspace "
              "median nanmedian percentile nanpercentile quantile nanquantile").split():
    globals()[_name] = _by(getattr(np, _name), _name)
bitwise_not = bitwise_invert = _by(np.bitwise_not, "bitwise_not")
bitwise_left_shift = left_shift
bitwise_right_shift = right_shift
for _name in "cholesky det eig eigh inv matrix_rank pinv qr slogdet solve svd".split():
    globals()[_name] = _by(getattr(np.linalg, _name), _name)
del _name


def histogram(x, bins=10, range=None):
    counts, edges = np.histogram(_numbers(x, "histogram"), bins=bins, range=range)
    return _result(counts.astype("float32")), _result(edges)


def lstsq(a, b, rcond=None):
    return _result(np.linalg.lstsq(_numbers(a, "lstsq"), _numbers(b, "lstsq"), rcond=rcond)[0])


def logdet(x):
    return _result(np.linalg.slogdet(_numbers(x, "logdet"))[1])


def solve_triangular(a, b, lower=False):
    a, b = _numbers(a, "solve_triangular"), _numbers(b, "solve_triangular")
    return _result(np.linalg.solve(np.tril(a) if lower else np.triu(a), b))


def cholesky_inverse(x, upper=False):
    x = _numbers(x, "cholesky_inverse")
    return _result(np.linalg.inv(x.T @ x if upper else x @ x.T))


def cdist(x1, x2, p=2.0):
    difference = _k.expand_dims(x1, -2) - _k.expand_dims(x2, -3)
    return _k.norm(difference, ord=p, axis=-1)


def _complex(x, said):
    if not isinstance(x, (list, tuple)) or len(x) != 2:
        raise ValueError("Input `x` should be a tuple of two tensors - real and imaginary. "
                         f"Received: x={x}")
    return _numbers(x[0], said) + 1j * _numbers(x[1], said)


def _parts(made):
    return _result(made.real), _result(made.imag)


def _turned(x, axes, inverse=False):
    """The discrete Fourier transform as products with cosines and sines: where no numbers are known or a tape looks on."""
    real, imaginary = (_k.cast(part, "float32") for part in x)
    for axis in axes:
        length = dims(real)[axis]
        if length < 0:
            raise NotImplementedError("a Fourier transform over an axis of an open size (None) is not there: give Input() its size")
        angle = 2 * np.pi * np.outer(np.arange(length), np.arange(length)) / length
        share = 1 / length if inverse else 1
        cosine, sine = (make((each * share).astype("float32")) for each in (np.cos(angle), np.sin(angle) * (-1 if inverse else 1)))

        def product(part, matrix):
            return _k.moveaxis(_k.tensordot(part, matrix, axes=([axis], [0])), -1, axis)
        real, imaginary = (_k.add(product(real, cosine), product(imaginary, sine)),
                           _k.subtract(product(imaginary, cosine), product(real, sine)))
    return real, imaginary


def _fourier(x, said, axes, transform):
    if isinstance(x, (list, tuple)) and len(x) == 2 and any(is_symbolic(part) or tracked(part) for part in x):
        return _turned(x, axes, said.startswith("i"))
    return _parts(transform(_complex(x, said)))


def fft(x):
    return _fourier(x, "fft", (-1,), np.fft.fft)


def fft2(x):
    return _fourier(x, "fft2", (-1, -2), np.fft.fft2)


def ifft2(x):
    return _fourier(x, "ifft2", (-1, -2), np.fft.ifft2)


def rfft(x, fft_length=None):
    return _parts(np.fft.rfft(_numbers(x, "rfft"), fft_length))


def irfft(x, fft_length=None):
    return _result(np.fft.irfft(_complex(x, "irfft"), fft_length))


def vectorize(pyfunc, *, excluded=None, signature=None):
    def call(*given):
        raise ValueError("Not supported with `vectorize()` with the TensorFlow backend.")
    return call
