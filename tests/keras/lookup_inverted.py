# Places as the words that stand there: lookups the other way round.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
from keras import layers

words = ["a", "b", "c"]
there = layers.StringLookup(vocabulary=words)
back = layers.StringLookup(vocabulary=there.get_vocabulary(), invert=True)
places = there(np.array([["a", "c", "z"], ["b", "a", "c"]]))
print(np.asarray(places), np.asarray(back(places)))
print(np.asarray(back(np.array([0, 1, 3, 9, -1]))), back.get_vocabulary(), back.get_config()["invert"])
masked = layers.StringLookup(vocabulary=words, mask_token="", oov_token="?", invert=True)
print(np.asarray(masked([0, 1, 2, 4, 7])), masked.get_vocabulary(), masked.vocabulary_size())
adapted = layers.StringLookup(invert=True)
adapted.adapt(np.array(["b", "a", "b"]))
print(np.asarray(adapted([1, 2, 5])), adapted.get_vocabulary())
none = layers.StringLookup(vocabulary=words, num_oov_indices=0, invert=True)
print(np.asarray(none([0, 1, 2])))
numbers = layers.IntegerLookup(vocabulary=[10, 20, 30], invert=True)
print(np.asarray(numbers([[0, 1], [3, 9]])), np.asarray(numbers([2])).dtype)
again = layers.StringLookup.from_config(back.get_config())
print(np.asarray(again(np.array([2, 3]))))
for options in ({"output_mode": "multi_hot", "invert": True}, {"sparse": True}):
    for kind in (layers.StringLookup, layers.IntegerLookup):
        try:
            kind(**options)
        except ValueError as error:
            print(error)
