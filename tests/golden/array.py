"""Writes tests/golden/array.txt: what numpy gives for many operations, dtypes, shapes and views.

Run with a Python that has numpy 2:  python tests/golden/array.py > tests/golden/array.txt

A line is: operation, arguments, "->", result; separated by tabs. An array argument is TYPE:SHAPE:VIEW[:SEED]; both sides
fill it by the same formula. w:3, w:2.5, w:True are Python scalars; s:i4:3 is a numpy scalar. A result is
"dtype shape =hash" (32-bit FNV-1a of the bytes, nan made canonical), "dtype shape ~values" (compared with a tolerance) or
"!Exception text".
"""
import itertools
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")
np.seterr(all="ignore")

INTEGERS = ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"]
FLOATS = ["f2", "f4", "f8"]
TYPES = ["?"] + INTEGERS + FLOATS


def fill(dtype, shape, seed):
    count = int(np.prod(shape, dtype=np.int64))
    k = np.arange(count, dtype=np.uint64) + np.uint64(seed * 7919)
    word = (k * np.uint64(2654435761) + np.uint64(12345)) % np.uint64(2**32)
    word ^= word >> np.uint64(15)
    value = (word % np.uint64(201)).astype(np.int64) - 100
    if dtype == "?":
        flat = value % 3 == 0
    elif dtype[0] == "f":
        flat = (value / 7.0).astype(dtype)
    else:
        flat = value.astype(dtype)
    return flat.reshape(shape)


def special(dtype, shape):
    flat = fill(dtype, shape, 3).reshape(-1)
    for at, x in ((1, np.nan), (4, np.inf), (6, -np.inf), (8, -0.0), (9, 0.0)):
        if at < flat.size:
            flat[at] = x
    return flat.reshape(shape)


def view(array, how):
    if how == "T":
        return array.T
    if how == "r":
        return array[tuple(slice(None, None, -1) for _ in array.shape)]
    if how == "s":
        return array[tuple(slice(None, None, 2) for _ in array.shape)]
    if how == "o":  # all but the first along the last axis
        return array[..., 1:]
    if how == "c":  # every second along the last axis, backwards
        return array[..., ::-2]
    if how == "P":  # the first axis last
        return np.moveaxis(array, 0, -1)
    return array


def arg(text):
    if text == "-":
        return None
    if text.startswith("w:"):
        return eval(text[2:])
    if text.startswith("s:"):
        _, dtype, value = text.split(":")
        return np.dtype(dtype).type(eval(value))
    parts = text.split(":")
    shape = () if parts[1] == "" else tuple(int(n) for n in parts[1].split("x"))
    if parts[2] == "x":
        return special(parts[0], shape)
    if parts[2] == "y":  # without -0.0, whose place beside 0.0 in a sort is nobody's promise
        return special(parts[0], shape) + 0.0
    return view(fill(parts[0], shape, int(parts[3]) if len(parts) > 3 else 0), parts[2])


def bits(array):
    array = np.ascontiguousarray(array)
    if array.dtype.kind == "f":
        array = array.copy()
        array[np.isnan(array)] = np.nan
        array = np.where(np.isnan(array), np.abs(array), array).astype(array.dtype)
    value = 0x811C9DC5
    for byte in array.tobytes():
        value = ((value ^ byte) * 0x01000193) % 2**32
    return "%08x" % value


def shape_text(shape):
    return "x".join(str(n) for n in shape) if shape else "-"


DIGITS = {1: 3, 2: 6, 4: 9, 8: 17}


def result(value, exact):
    array = np.asarray(value)
    head = "%s %s" % (array.dtype.str[1:].replace("b1", "?"), shape_text(array.shape))
    if exact:
        return "%s =%s" % (head, bits(array))
    return "%s ~%s" % (head, ",".join("%.*g" % (DIGITS[array.dtype.itemsize], x) for x in array.reshape(-1)))


def emit(fields, compute, exact=True):
    try:
        value = compute()
    except Exception as error:
        name = type(error).__name__
        name = {"UFuncTypeError": "TypeError", "_UFuncNoLoopError": "TypeError", "_UFuncOutputCastingError": "TypeError",
                "_UFuncInputCastingError": "TypeError", "AxisError": "numpy.exceptions.AxisError"}.get(name, name)
        print("\t".join(fields + ["->", "!%s %s" % (name, str(error).replace("\n", "\\n"))]))
        return
    if isinstance(value, tuple):
        print("\t".join(fields + ["->"] + [result(v, exact) for v in value]))
    else:
        print("\t".join(fields + ["->", result(value, exact)]))


def ufunc(name, *args, exact=True):
    emit(["ufunc", name] + list(args), lambda: getattr(np, name)(*[arg(a) for a in args]), exact)


# --- promotion and casts
for a, b in itertools.product(TYPES, TYPES):
    print("promote\t%s\t%s\t->\t%s" % (a, b, np.promote_types(a, b).name))
for a, b in itertools.product(TYPES, TYPES):
    emit(["astype", a + ":5x7:T", b], lambda: arg(a + ":5x7:T").astype(b))
for b in ["f2", "f4", "f8", "?"]:
    for a in FLOATS:
        emit(["astype", a + ":13:x", b], lambda: arg(a + ":13:x").astype(b))

# --- element-wise functions
EXACT_BINARY = ("add subtract multiply divide maximum minimum fmax fmin equal not_equal less less_equal "
                "greater greater_equal logical_and logical_or logical_xor copysign heaviside").split()
WHOLE_BINARY = "bitwise_and bitwise_or bitwise_xor left_shift right_shift gcd lcm".split()
DIVISIONS = "floor_divide remainder fmod".split()
MIXED = "add divide floor_divide fmin equal less logical_and bitwise_and left_shift copysign".split()
NEAR_BINARY = "arctan2 hypot logaddexp float_power".split()
EXACT_UNARY = ("negative positive absolute fabs sign square reciprocal sqrt floor ceil trunc rint isnan isinf "
               "isfinite signbit logical_not invert conjugate").split()
NEAR_UNARY = ("cbrt exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh "
              "arctanh deg2rad rad2deg degrees radians").split()
for name in EXACT_BINARY + WHOLE_BINARY + DIVISIONS:
    for t in TYPES:
        ufunc(name, t + ":7x13:n", t + ":13x7:T:1")
    for a, b in itertools.product(TYPES, TYPES):
        if a != b and name in MIXED:
            ufunc(name, a + ":3x5:n", b + ":3x5:n:1")
    for t in TYPES:
        for w in ("w:3", "w:-2", "w:2.5", "w:True"):
            if t[0] == "u" and w == "w:-2" and name in WHOLE_BINARY:
                continue
            ufunc(name, t + ":4x3:r", w)
        ufunc(name, "w:7", t + ":6:c")
ufunc("true_divide", "u1:5:n", "u1:5:n:1")
ufunc("mod", "i4:5:n", "i4:5:n:1")
ufunc("abs", "i4:5:n")
for name in EXACT_BINARY[:7] + DIVISIONS:
    for t in FLOATS:
        ufunc(name, t + ":12:x", t + ":12:n")
        ufunc(name, t + ":12:n", t + ":12:x")
for name in NEAR_BINARY:
    for a, b in itertools.product(TYPES, TYPES):
        if name in ("arctan2", "logaddexp") or a == b:
            ufunc(name, a + ":3:n", b + ":3:n:1", exact=False)
    for t in TYPES:
        for w in ("w:3", "w:2.5", "w:True"):
            ufunc(name, t + ":4:n", w, exact=False)
for name in EXACT_UNARY:
    for t in TYPES:
        for v in "nTrsc":
            ufunc(name, t + ":5x9:" + v)
    for t in FLOATS:
        ufunc(name, t + ":12:x")
    for w in ("w:3", "w:2.5", "w:True"):
        ufunc(name, w)
for name in NEAR_UNARY:
    for t in TYPES:
        ufunc(name, t + ":3x4:T", exact=False)
    for t in FLOATS:
        ufunc(name, t + ":12:x", exact=False)
    for w in ("w:3", "w:0.5", "w:True"):
        ufunc(name, w, exact=False)
for t in TYPES:
    for w in ("w:2", "w:3", "w:0", "w:1", "w:2.0", "w:0.5", "w:-1.0", "w:True"):
        emit(["operator_power", t + ":3x4:n", w], lambda: arg(t + ":3x4:n") ** arg(w), exact=t[0] != "f" and w[-2] != ".")
    ufunc("power", t + ":3x4:n", "u1:4:n", exact=t[0] in "iu")
ufunc("power", "i4:3:n", "w:-1")
ufunc("power", "i4:3:n", "i4:3:n")
for t in INTEGERS + ["?"]:
    for w in ("w:300", "w:-1", "w:70000", "w:-40000", "w:5000000000", "w:127", "w:128", "w:-128", "w:-129"):
        ufunc("add", t + ":3:n", w)
        ufunc("equal", t + ":3:n", w)
        ufunc("less", t + ":3:n", w)
        ufunc("greater_equal", w, t + ":3:n")
for a, b in (("3x4", "5x4"), ("3x4", "3"), ("2x3x4", "3x1"), ("7x1x5", "13x1"), ("0x3", "3"), ("", "4"), ("1x4", "3x1")):
    ufunc("add", "f4:%s:n" % a, "i2:%s:n:1" % b)
ufunc("add", "f8:6x8:s", "f8:3x4:r:2")
ufunc("add", "f8:40x50:T", "f8:50x40:n:2")
ufunc("divide", "u1:60x28x28:n", "w:255.0")
ufunc("divide", "u1:60x28x28:P", "w:255")
ufunc("multiply", "f4:60x784:n", "f4:784:n:2")
ufunc("subtract", "f8:60x10:n", "f8:60x1:n:2")
for a, out in (("f8", "f4"), ("f4", "f8"), ("f8", "i4"), ("i4", "u4"), ("u1", "i4"), ("i8", "f2"), ("f4", "f2")):
    def into():
        target = np.zeros((5, 3), out).T
        return np.add(arg(a + ":3x5:n"), arg(a + ":3x5:n:1"), out=target)
    emit(["ufunc_out", "add", a + ":3x5:n", a + ":3x5:n:1", out], into)
for name in ("add", "subtract", "multiply", "divide"):
    for t in FLOATS + ["i4", "u1"]:
        def inplace():
            target = arg(t + ":40x7:n").copy()
            return getattr(np, name)(target, target[0], out=target)
        emit(["overlap_row", name, t + ":40x7:n"], inplace)
        def shifted():
            target = arg(t + ":50:n").copy()
            getattr(np, name)(target[:-1], target[1:], out=target[1:])
            return target
        emit(["overlap_shift", name, t + ":50:n"], shifted)

# --- reductions
REDUCTIONS = "sum prod min max mean var std any all argmin argmax median ptp count_nonzero".split()


def reduce_(name, a, axes="-", keep=0, dtype="-", ddof=0):
    def compute():
        options = {}
        if axes != "-":
            axis = tuple(int(x) for x in axes.split(","))
            options["axis"] = axis[0] if len(axis) == 1 else axis
        if keep:
            options["keepdims"] = True
        if dtype != "-":
            options["dtype"] = dtype
        if ddof:
            options["ddof"] = ddof
        return getattr(np, name)(arg(a), **options)
    emit(["reduce", name, a, axes, str(keep), dtype, str(ddof)], compute)


FEWER_VIEWS = "ptp count_nonzero argmin any all min median".split()
for name in REDUCTIONS:
    for t in TYPES:
        for v in "Ts" if name in FEWER_VIEWS else "nTrsocP":
            reduce_(name, "%s:6x7x9:%s" % (t, v))
            for axes in ("0", "1", "-1"):
                reduce_(name, "%s:6x7x9:%s" % (t, v), axes)
        if not name.startswith("arg"):
            for axes in ("0,1", "1,2", "0,2", "0,1,2"):
                for keep in (0, 1):
                    reduce_(name, t + ":5x4x11:n", axes, keep)
        reduce_(name, t + "::n")
        reduce_(name, t + ":0:n")
        reduce_(name, t + ":3x0:n", "0")
        reduce_(name, t + ":3x0:n", "1")
        reduce_(name, t + ":3:n", "1")
        reduce_(name, t + ":3x4:n", "0,0")
for name in ("sum", "mean", "var", "std", "max", "min", "argmax", "prod", "median"):
    for t in FLOATS:
        reduce_(name, t + ":12:x")
        for n in ("7", "8", "9", "127", "128", "129", "130", "1000", "1031", "8191", "8192", "8193", "20011"):
            reduce_(name, "%s:%s:n" % (t, n))
        if name not in ("median", "prod"):
            for v in "nTrsocP":
                for axes in ("-", "0", "1", "2", "0,2", "0,1", "1,2"):
                    if name == "argmax" and "," in axes:
                        continue
                    reduce_(name, "%s:33x21x40:%s" % (t, v), axes)
            for axes in ("-", "0", "1"):
                reduce_(name, t + ":300x137:n", axes)
                reduce_(name, t + ":9001x3:n", axes)
                reduce_(name, t + ":3x9001:T", axes)
for t in TYPES:
    for d in ("f4", "f8", "i4", "u1", "f2"):
        reduce_("sum", t + ":9x70:n", "-", 0, d)
        reduce_("sum", t + ":9x70:n", "1", 0, d)
        reduce_("sum", t + ":9x70:n", "0", 0, d)
    for d in ("f4", "f8"):
        reduce_("mean", t + ":9x70:n", "1", 0, d)
        reduce_("var", t + ":9x70:n", "0", 0, d)
for t in ("f4", "f8", "i4", "u1"):
    reduce_("var", t + ":33:n", "-", 0, "-", 1)
    reduce_("std", t + ":33x4:n", "0", 0, "-", 1)
reduce_("sum", "f4:20011:n", "-", 0, "f8")
reduce_("sum", "f4:3x9001:n", "1", 0, "f8")
reduce_("mean", "f4:33x21x40:n", "-", 0, "f8")
reduce_("mean", "u1:600x28x28:n")
reduce_("std", "u1:60x28x28:n")
reduce_("std", "u1:60x28x28:n", "0")
for name in ("cumsum", "cumprod"):
    for t in TYPES:
        for axis in ("f", "0", "1", "-1", "2"):
            a = t + ":5x7:r"
            emit(["cumulative", name, a, axis], lambda: getattr(np, name)(arg(a), axis=None if axis == "f" else int(axis)))

# --- order
for t in TYPES:
    for v in "nTrsc":
        for axis in ("f", "0", "-1"):
            a = "%s:23x19:%s" % (t, v)
            n = None if axis == "f" else int(axis)
            emit(["sort", a, axis], lambda: np.sort(arg(a), axis=n))
            emit(["argsort", a, axis], lambda: np.argsort(arg(a), axis=n, kind="stable"))
    a = t + ":40x11:T"
    emit(["unique", a], lambda: np.unique(arg(a), return_index=True, return_inverse=True, return_counts=True))
    emit(["unique_values", a], lambda: np.unique(arg(a)))
    emit(["nonzero", a], lambda: np.nonzero(arg(a)))
    for q in ("0", "10", "25", "33.3", "50", "90", "100"):
        for axis in ("f", "0", "1"):
            emit(["percentile", t + ":17x6:n", q, axis],
                 lambda: np.percentile(arg(t + ":17x6:n"), float(q), axis=None if axis == "f" else int(axis)),
                 exact=False)
for t in FLOATS:
    emit(["sort", t + ":12:y", "-1"], lambda: np.sort(arg(t + ":12:y")))
    emit(["argsort", t + ":12:y", "-1"], lambda: np.argsort(arg(t + ":12:y"), kind="stable"))
    emit(["unique_values", t + ":12:y"], lambda: np.unique(arg(t + ":12:y")))
    emit(["percentile", t + ":12:x", "50", "f"], lambda: np.percentile(arg(t + ":12:x"), 50), exact=False)
emit(["percentile", "f4:5:n", "101", "f"], lambda: np.percentile(arg("f4:5:n"), 101))
emit(["percentile", "f4:0:n", "50", "f"], lambda: np.percentile(arg("f4:0:n"), 50))
emit(["sort", "f4::n", "-1"], lambda: np.sort(arg("f4::n")))
emit(["nonzero", "f4::n"], lambda: np.nonzero(arg("f4::n")))
emit(["sort", "f4:3:n", "1"], lambda: np.sort(arg("f4:3:n"), axis=1))

# --- products
PRODUCTS = [("dot", "3", "3"), ("dot", "3x4", "4"), ("dot", "4", "4x5"), ("dot", "3x4", "4x5"), ("dot", "2x3x4", "4"),
            ("dot", "2x3x4", "4x5"), ("dot", "2x3x4", "6x4x5"), ("dot", "3x4", "6x4x5"), ("dot", "", "3x2"), ("dot", "3", "4"),
            ("dot", "2x3", "4x5"), ("dot", "2x0", "0x3"), ("dot", "0x3", "3x2"), ("dot", "17x1", "1x13"), ("dot", "1x17", "17x1"),
            ("matmul", "3", "3"), ("matmul", "3x4", "4"), ("matmul", "4", "4x5"), ("matmul", "2x3x4", "4x5"), ("matmul", "7x1x3x4", "2x4x5"),
            ("matmul", "4", "6x4x5"), ("matmul", "6x3x4", "4"), ("matmul", "2x3x4", "3x4x2"), ("matmul", "2x3", "4x5"), ("matmul", "3x4", ""),
            ("matmul", "", "3"), ("matmul", "0x3x4", "4x2"), ("outer", "3", "4"), ("outer", "2x2", "3"), ("dot", "70x33", "33x65"), ("dot", "9x7", "7x11")]
for name, a, b in PRODUCTS:
    for t, u in (("f4", "f4"), ("f8", "f8"), ("i4", "i4"), ("u1", "u1"), ("i8", "f4"), ("?", "?"), ("u1", "i1"), ("f2", "f2")):
        if a == "70x33" and (t[0] not in "iu" or u[0] == "f"):
            continue
        x, y = "%s:%s:n" % (t, a), "%s:%s:n:1" % (u, b)
        emit(["product", name, x, y], lambda: getattr(np, name)(arg(x), arg(y)), exact=t not in ("f4", "f8", "f2", "i8"))
for v, w in itertools.product("nTrs", "nTrs"):
    for t in ("f4" if v < w else "f8", "i4"):
        x, y = "%s:6x6:%s" % (t, v), "%s:6x6:%s:1" % (t, w)
        if (v == "s") != (w == "s"):
            continue
        emit(["product", "matmul", x, y], lambda: arg(x) @ arg(y), exact=t == "i4")
        x = "%s:%s:%s" % (t, "6", "r" if v == "r" else "s" if v == "s" else "n")
        emit(["product", "dot", x, y], lambda: np.dot(arg(x), arg(y)), exact=t == "i4")
        emit(["product", "dot", y, x], lambda: np.dot(arg(y), arg(x)), exact=t == "i4")

# --- indexing: items separated by commas inside Python's own brackets
INDEXES = ["0", "-1", "2,3", "2,3,1", "...", "None", "...,None", "1:4", "::2", "::-1", "4:1:-2", "-3:", ":-2", "10:", ":,1", "...,1", "1,...",
           "None,1,...,None", "[0,2,4]", "[-1,-6]", "[[0,1],[2,3]]", "[0,1],[2,3]", "[0,1],[[2],[3]]", "[0,1],:,[0,2]", ":,[0,1],[0,2]",
           ":,[0,1]", "...,[0,2]", "0,:,[0,1]", "0,[0,1]", "[0,1],1", "[0,1],...,1", ":,[0,1],None,[0,2]", "None,[0,1]", "[0,1],None,:,[0,2]",
           "[]", "1:1", "[True,False,True,False,True,False]", ":,[True]*7", "[True,False]*3,[0,1,2]", "[True,False]*3,:,1",
           "6", "-7", "0,7", "0,0,3", "0,0,0,0", "[6]", "[-7]", ":,[7]", "...,...", "[True,False]", ":,[True,False]", "[0,1],[0,1,2]", "::0",
           "1,2,0:0", "[0,0,0]", "True", "False", "[0,1],True"]
MASKS = ["i4:6x7x3:n", "?:6x7:n", "?:6x7:T"]


def index_of(text):
    items = []
    depth = 0
    start = 0
    for i, c in enumerate(text + ","):
        depth += (c == "[") - (c == "]")
        if c == "," and depth == 0:
            items.append(text[start:i])
            start = i + 1
    out = []
    for item in items:
        if item.startswith("@"):
            out.append(arg(item[1:]))
        elif ":" in item and not item.startswith("["):
            out.append(slice(*[int(x) if x else None for x in item.split(":")]))
        elif item.startswith("["):
            value = np.array(eval(item))
            out.append(value.astype(np.int64) if value.size == 0 else value)
        elif item in ("True", "False"):
            out.append(np.array(item == "True"))
        else:
            out.append(eval(item))
    return tuple(out)


for text in INDEXES:
    # the C side reads lists without arithmetic
    spelled = text
    for pattern in ("[True]*7", "[True,False]*3"):
        if pattern in spelled:
            spelled = spelled.replace(pattern, str(eval(pattern)).replace(" ", ""))
    for t, v in (("i4", "n"), ("u1", "r"), ("f8", "n"), ("i2", "o")):
        if v == "o":
            a = t + ":6x7x4:o"
        else:
            a = t + ":6x7x3:" + v
        emit(["index", a, spelled], lambda: arg(a)[index_of(spelled)])
        for value in ("w:5", "i8:1:n", "f4:3:n:2"):
            def put():
                target = arg(a).copy()
                target[index_of(spelled)] = arg(value)
                return target
            emit(["index_put", a, spelled, value], put)
for a, text in (("f4:6x7:n", "@?:6x7:n"), ("f4:6x7:T", "@?:7x6:n"), ("f4:6x7x2:n", "@?:6x7:n"), ("f4:6x7x2:n", "@?:6:n"), ("f4:6x7:n", "@?:6:n,1"),
                ("f4:6x7:n", "@?:6:n,@?:7:n"), ("f4:6x7:n", ":,@?:7:n"), ("f4:6x7:n", "@?:7:n"), ("f4:6x7:n", "@?:6x8:n"), ("f4:6:n", "@?:6x7:n"),
                ("f4:6x7:n", "@f4:3:n"), ("f4:200:n", "@u1:50:n"), ("f4:200x3:n", "@i1:50:n"), ("u1:200x28x28:n", "@u1:70:s"), ("f8:200x7:s", "@u1:13:n")):
    emit(["index", a, text], lambda: arg(a)[index_of(text)])
    for value in ("w:5", "f8:3:n", "i4:1:n"):
        def put_mask():
            target = arg(a).copy()
            target[index_of(text)] = arg(value)
            return target
        emit(["index_put", a, text, value], put_mask)
for axis in ("0", "1", "-1", "5"):
    emit(["take", "f4:6x7:n", "i8:3:n:5", axis], lambda: np.take(arg("f4:6x7:n"), arg("i8:3:n:5") % 3, axis=int(axis)))

# --- shapes
for a in ("f4:6x4:n", "f4:6x4:T", "f4:6x4:r", "f4:6x8x2:s", "f4:2x3x4:P", "f4:0x3:n", "f4:12x2:o", "f4:1x24x1:n", "f4::n"):
    for shape in ("24", "2,12", "-1", "4,-1", "-1,3", "3,2,4", "6,1,4", "1,6,4,1", "2,3,-1,2", "-1,-1", "5,5", "4,6", "0,3", "3,0,-1", "7,-1", "1"):
        n = tuple(int(x) for x in shape.split(","))
        def reshaped():
            x = arg(a)
            y = x.reshape(n)
            return y, np.array(bool(np.shares_memory(x, y)))
        emit(["reshape", a, shape], reshaped)
for axes in ("0,1,2", "2,1,0", "1,0,2", "-1,0,1", "0,0,1", "0,1,3"):
    emit(["transpose", "i2:2x3x4:n", axes], lambda: np.transpose(arg("i2:2x3x4:n"), tuple(int(x) for x in axes.split(","))))
for shape in ("2,3", "5,2,3", "3", "3,3", "2,2,3", "1,3"):
    emit(["broadcast_to", "i2:2x3:n", shape], lambda: np.broadcast_to(arg("i2:2x3:n"), tuple(int(x) for x in shape.split(","))))
for axes in ("-", "0", "2", "1", "0,2", "0,0", "3"):
    emit(["squeeze", "i2:1x3x1:n", axes],
         lambda: np.squeeze(arg("i2:1x3x1:n"), None if axes == "-" else tuple(int(x) for x in axes.split(","))))
for axis in ("0", "1", "2", "-1", "-3", "3", "-4"):
    emit(["expand_dims", "i2:2x3:T", axis], lambda: np.expand_dims(arg("i2:2x3:T"), int(axis)))

# --- joins
for arrays, axis in (("i2:2x3:n|i2:4x3:n:1", "0"), ("i2:2x3:n|f4:2x5:n:1", "1"), ("i2:2x3:n|f4:2x5:n:1", "-1"), ("i2:2x3:T|u1:4x2:T:1", "1"),
                     ("i2:2x3:n|f4:2x5:n:1", "f"), ("i2:2x3:n|f4:2x5:n:1", "0"), ("i2:2x3:n|f4:2x3:n:1", "2"), ("i2:3:n|f4:2x3:n:1", "0"),
                     ("i2::n|i2::n", "0"), ("?:3:n|u1:3:n|i1:3:n", "0"), ("f2:0:n|i1:3:n", "0")):
    xs = arrays.split("|")
    n = None if axis == "f" else int(axis)
    emit(["concatenate", arrays, axis], lambda: np.concatenate([arg(x) for x in xs], axis=n))
for arrays, axis in (("i2:2x3:n|i2:2x3:r:1", "0"), ("i2:2x3:n|f4:2x3:r:1", "1"), ("i2:2x3:n|f4:2x3:r:1", "-1"), ("i2:2x3:n|f4:3x2:T:1", "2"),
                     ("i2:2x3:n|f4:3x2:n:1", "2"), ("i2:2x3:n|f4:2x3:r:1", "3"), ("i2::n|i4::n", "0"), ("i2::n|i4::n", "-1")):
    xs = arrays.split("|")
    emit(["stack", arrays, axis], lambda: np.stack([arg(x) for x in xs], axis=int(axis)))
for times in ("2", "2,3", "1,1,2", "0", "2,1,3"):
    emit(["tile", "i2:2x3:r", times], lambda: np.tile(arg("i2:2x3:r"), tuple(int(x) for x in times.split(","))))
for times, axis in (("2", "f"), ("3", "0"), ("2", "1"), ("2", "-1"), ("0", "0"), ("2", "2")):
    emit(["repeat", "i2:2x3:T", times, axis], lambda: np.repeat(arg("i2:2x3:T"), int(times), axis=None if axis == "f" else int(axis)))
for axes in ("-", "0", "1", "0,1", "2"):
    emit(["flip", "i2:2x3:n", axes], lambda: np.flip(arg("i2:2x3:n"), None if axes == "-" else tuple(int(x) for x in axes.split(","))))
for shift, axis in (("1", "f"), ("-2", "f"), ("1", "0"), ("-1", "1"), ("7", "1"), ("0", "0"), ("1", "2")):
    emit(["roll", "i2:3x4:T", shift, axis], lambda: np.roll(arg("i2:3x4:T"), int(shift), axis=None if axis == "f" else int(axis)))
for rows, columns, k, t in ((3, 3, 0, "f8"), (3, 4, 1, "i4"), (4, 3, -1, "?"), (2, 2, 5, "f2"), (0, 3, 0, "f4")):
    emit(["eye", str(rows), str(columns), str(k), t], lambda: np.eye(rows, columns, k, t))
for t in TYPES[1:]:
    for low, high in (("w:-5", "w:5"), ("w:0", "w:10"), ("w:0.5", "w:2.5"), ("-", "w:3"), ("w:3", "-"), ("w:-1000", "w:1000"), ("%s:3:n:1" % t, "w:9"),
                      ("w:5", "w:1")):
        emit(["clip", t + ":4x3:n", low, high], lambda: np.clip(arg(t + ":4x3:n"), arg(low), arg(high)))
for c in ("?:3x4:n", "i4:4x3:T", "?:4:n", "f4:3x1:n"):
    for a, b in (("f4:3x4:n:1", "f8:3x4:n:2"), ("i4:4:n", "w:2.5"), ("w:1", "w:0"), ("u1:3x1:n", "i1:4:n"), ("w:1.5", "f4:3x4:n"), ("u1:4:n", "w:300"),
                 ("f4:5:n", "w:0")):
        emit(["where", c, a, b], lambda: np.where(arg(c), arg(a), arg(b)))
for start, stop, step, t in ((0, 10, 1, "i8"), (0, 10, 3, "i8"), (10, 0, -3, "i8"), (0, 1, 0.1, "f8"), (0, 1, 0.1, "f4"), (1, 2, 0.3, "f2"), (5, 5, 1, "i8"),
                             (5, 0, 1, "i8"), (0, 5, 0, "i8"), (0, 7, 2, "u1"), (-3, 3, 1, "i2"), (0.5, 9.5, 2, "i4"), (0, 1e6, 1e3, "f4")):
    emit(["arange", repr(start), repr(stop), repr(step), t], lambda: np.arange(start, stop, step, dtype=t))
for start, stop, n, end, t in ((0, 1, 5, 1, "f8"), (0, 1, 5, 0, "f8"), (-1, 1, 50, 1, "f4"), (2, 2, 3, 1, "f8"), (0, 10, 4, 1, "i4"), (-7, 3, 9, 1, "i8"), (0, 1, 1, 1, "f8"),
                               (0, 1, 0, 1, "f8"), (0, 1, -1, 1, "f8"), (0.1, 0.7, 1001, 1, "f8"), (5, 1, 7, 0, "f2")):
    emit(["linspace", repr(start), repr(stop), str(n), str(end), t], lambda: np.linspace(start, stop, n, endpoint=bool(end), dtype=t))
for a, b in itertools.product(("i4:2x3:n", "f8:3x2:T", "u1:6x4:s"), ("f4:3:n", "i2:2x3:n:1", "f8:1x2x3:n", "w:3", "w:2.7", "f4:4:n", "f4:2:n", "i8:1x1x1x1:n", "f4:3x3:n")):
    def assigned():
        target = arg(a)
        target[...] = arg(b)
        return target
    emit(["assign", a, b], assigned)
