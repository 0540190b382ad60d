import numpy as np

a = np.array([1.5, 2.25, 3.0])
print(np.array2string(a, precision=1), np.array2string(a, separator=", "), np.array2string(np.arange(6).reshape(2, 3), separator=",", prefix="xx"))
print(np.array2string(np.array([1e-10, 1]), suppress_small=True), np.array2string(np.arange(2000), threshold=10, edgeitems=2))
print(np.array2string(a, formatter={"float_kind": lambda x: "%.3f" % x}), np.array2string(a, floatmode="fixed", precision=4), np.array2string(a, sign="+"))
print(np.array2string(np.arange(30), max_line_width=20), np.array2string(np.arange(12), max_line_width=20, suffix="____"))
print(np.array_repr(np.array([1e-10, 1]), precision=3, suppress_small=True), np.array_str(np.array([1.23456]), precision=2), np.array_repr(np.float32([1, 2])))
print(np.format_float_positional(1.5), np.format_float_positional(1 / 3, precision=3), np.format_float_positional(1e10), np.format_float_positional(1.0, trim="-"), np.format_float_positional(1.0, trim="0"), np.format_float_positional(16.0, unique=False, precision=2), np.format_float_positional(np.float32(0.1)), np.format_float_positional(2.0, sign=True), np.format_float_positional(1.5, pad_left=5, pad_right=3) + "|")
print(np.format_float_scientific(1.5), np.format_float_scientific(12345.678, precision=2), np.format_float_scientific(1e-10), np.format_float_scientific(1.0, trim="-"), np.format_float_scientific(np.float32(0.1)), np.format_float_scientific(123.0, exp_digits=4), np.format_float_scientific(np.nan))
print(np.get_printoptions()["precision"])
