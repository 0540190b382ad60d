# Functions of complex numbers.
import cmath

def rounded(z):
    return complex(round(z.real, 9), round(z.imag, 9)) + 0

points = [1 + 2j, -1.5 + 0.25j, 3, -4, 2j, 0.1 - 0.7j, -2 - 3j]
for name in 'sqrt exp log log10 sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh'.split():
    print(name, [rounded(getattr(cmath, name)(z)) for z in points])
print(cmath.phase(-1), cmath.phase(-1 - 0j), cmath.polar(3 + 4j), cmath.rect(2, 0), rounded(cmath.rect(1, cmath.pi / 2)))
print(cmath.isnan(complex('nan')), cmath.isinf(complex(0, float('inf'))), cmath.isfinite(1j), cmath.isclose(1, 1 + 1e-12j))
print(cmath.sqrt(-1), cmath.sqrt(0), cmath.exp(0), cmath.log(1), cmath.log(8, 2), cmath.inf, cmath.nanj, cmath.infj)
for code in ('cmath.log(0)', 'cmath.sqrt("a")', 'cmath.atanh(1)', 'cmath.isclose(1, 2, rel_tol=-1)'):
    try:
        eval(code)
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
