# Arithmetic, comparisons and functions of complex arrays.
import numpy as np

a = np.array([1 + 2j, 3 - 1j, 0.5j])
print(a + 1, a - 1j, a * 2, a / (1 + 1j), -a, +a)
print(a ** 2, a ** 3, a ** 0.5, a ** -1, 2 ** a)
print(a * a.astype('c8'), (a.astype('c8') * 2.5).dtype, (np.float32([1]) * 1j).dtype, (np.arange(2) * 1j).dtype)
print(abs(a), np.sign(a), np.square(a), np.reciprocal(a))
print(np.exp(a), np.log(a), np.sqrt(np.array([-1, -4 + 0j])))
print(np.sin(a).round(6), np.cos(a).round(6), np.tan(a).round(6))
print(np.arctan(a).round(6), np.arcsin(a).round(6), np.arccos(a).round(6))
print(np.sinh(a).round(6), np.cosh(a).round(6), np.tanh(a).round(6))
print(np.arcsinh(a).round(6), np.arccosh(a).round(6), np.arctanh(a).round(6))
print(np.log2(a).round(6), np.log10(a).round(6), np.log1p(a).round(6), np.expm1(a).round(6), np.exp2(a).round(6))
print(a == 3 - 1j, a != 3, a < 2, a >= 1 + 2j, np.isclose(a, a + 1e-9))
print(np.maximum(a, 1), np.minimum(a, 1), np.fmax(a, 1j), np.fmin(a, 1j))
print(np.logical_and(a, [1, 0, 1]), np.logical_or(a, 0), np.logical_xor(a, 1), np.logical_not(a))
print(np.isnan(a), np.isinf(a), np.isfinite(np.array([1j, np.inf])), np.rint(a * 1.3), np.round(a * 1.2345, 2))
print(np.float_power(a, 2), np.multiply(a, 2, out=np.zeros(3, complex)))
b = np.ones(3, complex)
b += 1j
b *= a
print(b, 1j * np.ones(2), (1 + 1j) - np.arange(2.))
