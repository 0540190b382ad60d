"""keras.utils.pad_sequences, under its older names too."""
import numpy as np


def pad_sequences(sequences, maxlen=None, dtype='int32', padding='pre', truncating='pre', value=0.0):
    if not hasattr(sequences, '__len__'):
        raise ValueError('`sequences` must be iterable.')
    lengths = []
    inner = ()
    for sequence in sequences:
        try:
            lengths.append(len(sequence))
        except TypeError:
            raise ValueError(f'`sequences` must be a list of iterables. Found non-iterable: {sequence!s}') from None
        if len(sequence) and not inner:
            inner = np.asarray(sequence).shape[1:]
    if maxlen is None:
        maxlen = max(lengths) if lengths else 0
    if padding not in ('pre', 'post'):
        if any(lengths):
            raise ValueError(f'Padding type "{padding}" not understood')
    made = np.full((len(lengths), maxlen) + inner, value, dtype=dtype)
    for row, sequence in enumerate(sequences):
        if not len(sequence):
            continue
        if truncating == 'pre':
            kept = sequence[-maxlen:] if maxlen else sequence[:0]
        elif truncating == 'post':
            kept = sequence[:maxlen]
        else:
            raise ValueError(f'Truncating type "{truncating}" not understood')
        kept = np.asarray(kept, dtype=dtype)
        if kept.shape[1:] != inner:
            raise ValueError(f'Shape of sample {kept.shape[1:]} of sequence at position {row} is different from expected '
                             f'shape {inner}')
        if padding == 'post':
            made[row, :len(kept)] = kept
        elif len(kept):
            made[row, -len(kept):] = kept
    return made
