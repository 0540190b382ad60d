"""numpy's functions that read and write text and raw bytes."""
import numpy as np
import _numpy


# ---- Numbers as text ----

def binary_repr(num, width=None):
    """An integer in base 2; negative ones as two's complement of a width."""
    if not isinstance(num, (int, np.integer, str)):
        raise TypeError(f"'{type(num).__name__}' object cannot be interpreted as an integer")
    num = int(num)
    if num == 0:
        return '0' * (width or 1)
    if num > 0:
        digits = bin(num)[2:]
        if width is not None and width < len(digits):
            raise ValueError(f'Insufficient bit width={width} provided for binwidth={len(digits)}')
        return digits.zfill(width or 0)
    if width is None:
        return '-' + bin(-num)[2:]
    least = len(bin(-num)[2:])
    if 2 ** (least - 1) == -num:
        least -= 1
    least += 1
    if width < least:
        raise ValueError(f'Insufficient bit width={width} provided for binwidth={least}')
    return bin(2 ** width + num)[2:].zfill(width)


def base_repr(number, base=2, padding=0):
    """An integer in a base from 2 to 36."""
    digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    if base > len(digits):
        raise ValueError('Bases greater than 36 not handled in base_repr.')
    if base < 2:
        raise ValueError('Bases less than 2 not handled in base_repr.')
    left = abs(int(number))
    out = []
    while left:
        out.append(digits[left % base])
        left //= base
    if padding:
        out.append('0' * padding)
    if number < 0:
        out.append('-')
    return ''.join(reversed(out or '0'))


def packbits(a, /, axis=None, bitorder='big'):
    """Eight truth values a byte."""
    a = np.asarray(a)
    if a.dtype.kind not in 'biu':
        raise TypeError('Expected an input array of integer or boolean data type')
    if axis is None:
        a, axis = a.ravel(), 0
    if bitorder not in ('big', 'little'):
        raise ValueError("'order' must be either 'little' or 'big'")
    lines = np.moveaxis(a != 0, axis, -1).astype(np.uint8)
    n = lines.shape[-1]
    missing = -n % 8
    if missing:
        lines = np.concatenate([lines, np.zeros(lines.shape[:-1] + (missing,), dtype=np.uint8)], axis=-1)
    bits = lines.reshape(lines.shape[:-1] + (-1, 8))
    weights = np.array([128, 64, 32, 16, 8, 4, 2, 1], dtype=np.uint8)
    if bitorder == 'little':
        weights = weights[::-1]
    return np.moveaxis((bits * weights).sum(axis=-1).astype(np.uint8), -1, axis)


def unpackbits(a, /, axis=None, count=None, bitorder='big'):
    """The bits of bytes."""
    a = np.asarray(a)
    if a.dtype != np.uint8:
        raise TypeError('Expected an input array of unsigned byte data type')
    if bitorder not in ('big', 'little'):
        raise ValueError("'order' must begin with 'l' or 'b'")
    if axis is None:
        a, axis = a.ravel(), 0
    shifts = np.arange(8, dtype=np.uint8)
    if bitorder == 'big':
        shifts = shifts[::-1]
    lines = np.moveaxis(a, axis, -1)
    bits = ((lines[..., None] >> shifts) & np.uint8(1)).reshape(lines.shape[:-1] + (-1,))
    if count is not None:
        n = bits.shape[-1]
        if count < 0:
            bits = bits[..., :count]
        elif count > n:
            bits = np.concatenate([bits, np.zeros(bits.shape[:-1] + (count - n,), dtype=np.uint8)], axis=-1)
        else:
            bits = bits[..., :count]
    return np.moveaxis(bits, -1, axis)


# ---- Raw bytes ----

def fromstring(string, dtype=float, count=-1, *, sep='', like=None):
    """Numbers of a text."""
    if sep == '':
        raise ValueError('The binary mode of fromstring is removed, use frombuffer instead')
    words = string.split() if sep.strip() == '' else [w for w in string.split(sep.strip())]
    words = [w.strip() for w in words if w.strip() != '']
    dtype = np.dtype(dtype)
    made = []
    for word in words:
        if 0 <= count <= len(made):
            break
        made.append(int(word) if dtype.kind in 'iu' else float(word))
    return np.array(made, dtype=dtype)


def fromfile(file, dtype=float, count=-1, sep='', offset=0, *, like=None):
    """The elements whose bytes (or texts) are in a file."""
    if hasattr(file, 'read'):
        content = file.read()
    else:
        with open(file, 'rb' if sep == '' else 'r') as opened:
            content = opened.read()
    if sep != '':
        return fromstring(content, dtype, count, sep=sep)
    dtype = np.dtype(dtype)
    content = content[offset:]
    whole = len(content) // dtype.itemsize
    if 0 <= count < whole:
        whole = count
    return np.frombuffer(content[:whole * dtype.itemsize], dtype=dtype).copy()


def fromregex(file, regexp, dtype, encoding=None):
    """The groups of every match of a regular expression in a text, as rows of a structured array."""
    import re
    if hasattr(file, 'read'):
        content = file.read()
    else:
        with open(str(file), encoding=encoding or 'latin1') as opened:
            content = opened.read()
    dtype = np.dtype(dtype)
    if dtype.names is None:
        raise TypeError('dtype must be a structured datatype.')
    if isinstance(content, bytes):
        content = content.decode('latin1')
    pattern = regexp if hasattr(regexp, 'findall') else re.compile(regexp)
    found = pattern.findall(content)
    if found and not isinstance(found[0], tuple):
        return np.array([_record_from((row,), dtype) for row in found], dtype=dtype)
    return np.array([_record_from(row, dtype) for row in found], dtype=dtype)


# ---- Records ----

def _record_from(words, dtype):
    """The words of a line as the tuple that a record takes."""
    return tuple(_value_from(word, dtype[name]) for word, name in zip(words, dtype.names))


def _value_from(word, dtype):
    if dtype.kind == 'f':
        return float(word)
    if dtype.kind in 'iu':
        return int(word)
    if dtype.kind == 'c':
        return complex(word)
    if dtype.kind == 'b':
        return word.strip().lower() in ('true', '1')
    return word


def show_config(mode='stdout'):
    """What the library was built with."""
    print('nnsh: arrays of its own, OpenBLAS and LAPACK for linear algebra')


def show_runtime():
    """What the library runs on."""
    show_config()
