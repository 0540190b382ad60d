import gzip, struct
import numpy as np
images = np.arange(2 * 3 * 3, dtype=np.uint8).reshape(2, 3, 3)
with gzip.open("images.gz", "wb") as f:
    f.write(struct.pack(">IIII", 2051, *images.shape))
    f.write(images.tobytes())
with gzip.open("images.gz", "rb") as f:
    magic, count, rows, cols = struct.unpack(">IIII", f.read(16))
    data = np.frombuffer(f.read(), dtype=np.uint8).reshape(count, rows, cols)
print(magic, count, rows, cols)
print(data, np.array_equal(data, images))
with gzip.open("images.gz") as f: whole = np.frombuffer(f.read(), np.uint8, offset=16)
print(whole.reshape(-1, 9), whole.dtype)
