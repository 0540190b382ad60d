# Sequences of one length.
import numpy as np
import keras
from keras.preprocessing.sequence import pad_sequences
from keras.preprocessing import sequence

s = [[1, 2, 3], [4], [], [5, 6, 7, 8, 9]]
print(pad_sequences(s))
print(pad_sequences(s, maxlen=3))
print(sequence.pad_sequences(s, maxlen=3, truncating="post", padding="post", value=-1))
print(keras.utils.pad_sequences([[0.5], [1.5, 2.5]], dtype="float32", value=0.25))
print(pad_sequences([[[1, 2]], [[3, 4], [5, 6]]]).shape, pad_sequences([[1, 2]]).dtype)
for bad in (5, [1, 2]):
    try:
        pad_sequences(bad)
    except ValueError as error:
        print(error)
try:
    pad_sequences(s, truncating="middle")
except ValueError as error:
    print(error)
