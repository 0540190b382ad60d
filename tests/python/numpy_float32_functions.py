import numpy as np
import warnings
x = np.linspace(-3, 3, 37, dtype=np.float32)
p = np.linspace(0.25, 9, 37, dtype=np.float32)
u = np.linspace(-0.95, 0.95, 37, dtype=np.float32)
for name, v in [("exp", x), ("log", p), ("sin", x), ("cos", x), ("tanh", x), ("expm1", x), ("log1p", p), ("exp2", x),
                ("log2", p), ("log10", p), ("tan", u), ("sinh", x), ("cosh", x), ("arcsin", u), ("arccos", u),
                ("arctan", x), ("cbrt", x), ("arcsinh", x), ("arccosh", p + 1)]:
    f = getattr(np, name)
    y = f(v)
    print(name, y.dtype, f"{float(y.sum(dtype=np.float64)):.6f}", f"{float(y[5]):.5f}", (f(v[::3]) == y[::3]).all())
print(np.tanh(np.array([-np.inf, -20.0, -0.0, 1e-5, np.nan, 20.0])))
out = np.array([0.0, 0.5, 1.0])
np.exp(out, out=out)
print(out)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(np.exp(np.array([1000.0, -1000.0, 709.0])), np.exp(np.array([1e30, -1e30, 1], np.float32)))
    print(np.log(np.array([0, -1, np.inf, np.nan, 1], np.float32)))
    print(np.sin(np.array([np.inf, -0.0, 1e6], np.float32)), np.arccosh(np.array([0.5, 1, 2])))
print([str(w.message) for w in seen])
