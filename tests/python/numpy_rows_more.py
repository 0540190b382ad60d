# numpy: names that are used seldom.
import numpy as np

t = np.bool_(True)
print(float(t), int(t), t.itemsize, t.real, np.uint32(7), np.uint32(3).dtype)
a = np.arange(6).reshape(2, 3)
it = a.flat
next(it)
print(it.coords, it.index, np.copy(a).tolist(), np.copy(a) is a)
p = np.poly1d([1, -3, 2])
print(p.c.tolist(), p.coef.tolist(), p.coefficients.tolist(), p.o, p.order, p.r.tolist(), p.variable)
with np.nditer(a) as walk:
    print(sum(int(x) for x in walk))
other = np.nditer(a)
other.close()
try:
    np.asfarray([1])
except AttributeError as error:
    print(str(error)[:40])
print(np.exp.signature, np.exp.__qualname__, np.add.nin)
error = np.exceptions.DTypePromotionError("by hand")
print(error, isinstance(error, TypeError))
rng = np.random.RandomState(3)
rng.seed(5)
print(rng.random_sample(2).round(6), rng.randint(1, 7, 3), rng.bytes(3) != b"", rng.multinomial(5, [0.5, 0.5]).sum())
print(rng.dirichlet([1, 2]).round(6), np.random.SeedSequence(5).spawn_key, type(np.random.MT19937(1).seed_seq).__name__)
np.random.seed(2)
print(np.random.standard_exponential(2).round(6))
words = np.char.array(["ab", "cd"])
print(words.upper().tolist(), np.char.asarray(["x"]).tolist(), np.char.compare_chararrays(words, words, "==", True).tolist())
print(np.char.translate(np.array(["abc"]), str.maketrans("a", "z")).tolist())
np.testing.assert_array_max_ulp(np.float64(1.0), np.float64(1.0), maxulp=1)
np.testing.assert_raises_regex(ValueError, "bad", lambda: int("bad"))
print("done")
