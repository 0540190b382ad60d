from fractions import Fraction
import statistics as st
s = Fraction(0)
for i in range(1, 1200): s += Fraction(1, i) * (i % 3)
print(float(s), Fraction("3/7") + 1)
d = [i * 37 % 101 / 3 for i in range(8000)]
print(st.mean(d), st.median(d), st.stdev(d), st.mode([i % 7 for i in range(999)]))
