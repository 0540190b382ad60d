"""Pickles of every protocol, for tests/engine/formats/test_pickle.c.

    python -P tests/golden/pickles.py > tests/golden/pickles.h

One value in protocols 0 to 5, and pickles that would call something.
"""
import os
import pickle

import numpy as np


class Calls:
    def __init__(self, function, *arguments):
        self.what = function, arguments

    def __reduce__(self):
        return self.what


VALUE = {"text": "d\u00e4nse", b"data": b"\x00\xff", "list": [1, -2, 300, 70000, -5000000000, 2.5, None, True, False],
         "tuple": (1, (2, 3), ()), "empty": {}, "array": np.arange(6, dtype="uint8").reshape(2, 3),
         "floats": np.array([0.5, -1.5], dtype="<f8")}


def show(name, data):
    print(f"static const unsigned char {name}[] = {{")
    for start in range(0, len(data), 24):
        print("    " + ", ".join(str(byte) for byte in data[start:start + 24]) + ",")
    print("};")


print("/* Written by tests/golden/pickles.py. */")
for protocol in range(6):
    show(f"pickle_{protocol}", pickle.dumps(VALUE, protocol))
# Two images of CIFAR, pixel p of channel c being (p + 50 * c) % 251, as Python 3 and as Python 2 wrote the keys.
IMAGES = np.array([[(p + 50 * c + i) % 251 for c in range(3) for p in range(1024)] for i in range(2)], dtype="uint8")
BATCH = pickle.dumps({b"data": IMAGES, b"labels": [3, 9], b"fine_labels": [70, 99], b"coarse_labels": [1, 19]}, 2)
HOLE = IMAGES.tobytes().decode("latin-1").encode()
START = BATCH.index(HOLE)
# The pixels are left out here: the test puts them back.
show("cifar_before", BATCH[:START])
show("cifar_after", BATCH[START + len(HOLE):])
show("pickle_system", pickle.dumps(Calls(os.system, "touch hacked"), 2))
show("pickle_eval", pickle.dumps(Calls(eval, "1 + 1"), 4))
show("pickle_system_text", pickle.dumps(Calls(os.system, "touch hacked"), 0))
