import numpy as np

print(issubclass(np.float64, float), issubclass(np.float32, float), issubclass(np.int64, int), issubclass(np.bool_, bool))
print(issubclass(np.str_, str), issubclass(np.str_, np.generic), issubclass(np.bytes_, np.character), issubclass(np.int8, np.flexible))
for value in (np.float64(1), np.float32(1), np.int64(1), np.bool_(1), np.str_("a"), np.bytes_(b"a"), 1.0, "a"):
    print(type(value).__name__, isinstance(value, np.generic), isinstance(value, (int, float)), isinstance(value, np.number),
          isinstance(value, np.character), isinstance(value, np.inexact), isinstance(value, (str, bytes)))
print(np.issubdtype(np.array(["a"]).dtype, np.character), np.issubdtype("S3", np.flexible), np.issubdtype(object, np.generic))
