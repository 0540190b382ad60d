import numpy as np

for name in ("float", "int", "object", "NaN", "Inf", "PINF", "float_", "complex_", "unicode_", "product", "trapz",
             "in1d", "cumproduct", "alltrue", "sometrue", "bool8", "mat", "round_", "msort", "asscalar", "find_common_type"):
    try:
        getattr(np, name)
        print(name, "is there")
    except AttributeError as error:
        print(error)
print(hasattr(np, "float"), hasattr(np, "trapezoid"), getattr(np, "NaN", "gone"))
print(np.__version__, np.version.version, np.inf, np.nan, np.bool)
