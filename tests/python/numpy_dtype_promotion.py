import numpy as np

print(np.can_cast("i4", "i8"), np.can_cast(np.float64, np.int32), np.can_cast("f8", "f4", "same_kind"), np.can_cast("i8", "f8"), np.can_cast("U3", "U2"), np.can_cast(int, str))
print(np.promote_types("i4", "f4"), np.promote_types("U3", int), np.promote_types(np.int8, np.uint8), np.promote_types("u8", "i8"), np.promote_types("O", "i4"))
print(np.result_type(np.int8, 3), np.result_type(np.float32, 2.5), np.result_type(np.array([1]), 1.5), np.result_type("i4", np.float32), np.result_type(1, 2.5), np.result_type(np.int8, np.array([1])))
print(np.issubdtype(np.int32, np.integer), np.issubdtype(np.float32, np.floating), np.issubdtype("f8", np.number), np.issubdtype(np.bool_, np.generic), np.issubdtype(np.str_, np.character), np.issubdtype(int, np.floating), np.issubdtype(np.uint8, np.unsignedinteger), np.issubdtype(np.int8, np.signedinteger), np.issubdtype(np.float16, np.inexact))
print(np.isdtype(np.int8, "integral"), np.isdtype(np.float32, ("bool", "real floating")), np.min_scalar_type(10), np.min_scalar_type(-300), np.min_scalar_type(1.5), np.common_type(np.array([1], dtype=np.float32)))
print(np.typename("d"), np.mintypecode("fd"), np.typecodes["AllFloat"], np.isscalar(3), np.isscalar([3]), np.isreal([1, 2]), np.iscomplex(1), np.isrealobj([1]), np.iscomplexobj(2), np.real(3), np.imag([1, 2]), np.real_if_close([1.0]))
print(np.astype(np.array([1.5]), int), np.little_endian, np.flexible.__name__, int in np.ScalarType)
try:
    np.can_cast(3, "i8")
except TypeError as error:
    print(error)
