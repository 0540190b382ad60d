# How series are printed: lines, signs, options of print, TeX; interpolation at Chebyshev's points.
import numpy as np
from numpy.polynomial import Polynomial as P, Chebyshev as C
np.polynomial.set_default_printstyle('ascii')
print(P(np.arange(12.)))
print(C(np.arange(12.)))
print(P([12345678,12345678,12345678,12345678,123]))
print(P([12345678,12345678,12345678,12345678,1234]));print(P([1,2.5,-1e9,1e-7,3]))
np.polynomial.set_default_printstyle('unicode')
print(P([1j,1+1j,-2+2j,3]))
print(P([1,2,3],domain=[0,1]))
print(P([1.5],symbol='z'))
print(f"{P([1,2]):ascii}")
with np.printoptions(precision=3,floatmode='fixed'):
    print(P([1/2,1/7,1/7*10**8,1/7*10**9]))
with np.printoptions(linewidth=30):
    print(P(np.arange(8)))
print(P([1,2,3])._repr_latex_())
print(P([1,0,-3],domain=[0,1])._repr_latex_())
print(C([1,2,3j])._repr_latex_())
print(P([np.nan,np.inf]))
print(P(np.array([1,2,3],object)))
print(C.interpolate(np.tanh, 5).coef.round(6))
print(C.interpolate(lambda x,a: x**a, 3, domain=[0,2], args=(2,)))
from numpy.polynomial import chebyshev as ch
print(ch.chebinterpolate(lambda x: np.tanh(x)+.5,4))
print(ch.chebpts1(4), ch.chebpts2(4))
try:
    C.interpolate(np.tanh,-1)
except Exception as e:
    print(type(e).__name__, e)
print(P([-1.5,2,0,1]))
print(P.fit([0,1,2],[1,3,7],2))
print(repr(P([1,2])))
