import numpy as np

for name in ("f8", "float32", "e", "?", "i2", "uint8", "U3", "S4", "O", int, float, bool, str, np.int16, "<i4", "l"):
    d = np.dtype(name)
    print(repr(d), d.name, d.kind, d.char, d.itemsize, d.str, d.num, d.byteorder, d.type.__name__, str(d))
d = np.dtype(float)
print(d == "float64", d == np.float64, d != int, {d: 1}[np.dtype("f8")], d.alignment, d.hasobject, d.isnative, d.names, d.shape, d.ndim, d.newbyteorder("="))
print(d.fields, d.subdtype, d.base, d.isbuiltin, np.dtype("i4") < np.dtype("i8"), np.dtype("U3") == np.dtype("U4"), d.metadata)
for wrong in ("foo", "f3", [1], 5):
    try:
        np.dtype(wrong)
    except TypeError as error:
        print(error) if isinstance(wrong, str) else print("TypeError")
