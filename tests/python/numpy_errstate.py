import numpy as np

print(np.geterr())
old = np.seterr(all="ignore")
print(old == np.geterr(), np.array([1.0, 0.0, -1.0]) / 0, np.log(0.0), np.sqrt(-1.0))
np.seterr(**old)
for kind, make in (("divide", lambda: np.array([1.0]) / 0), ("invalid", lambda: np.sqrt(-1.0)), ("over", lambda: np.exp(1000.0)),
                   ("over", lambda: np.float32(1e38) * 10), ("over", lambda: np.int8(100) + np.int8(100)), ("divide", lambda: np.array([5]) // 0),
                   ("divide", lambda: np.log(np.array([0.0, 1.0]))), ("invalid", lambda: np.array([np.inf]) - np.inf), ("divide", lambda: np.float64(1) / 0),
                   ("under", lambda: np.exp(-1000.0)), ("divide", lambda: np.int64(3) % 0), ("invalid", lambda: np.arcsin(2.0))):
    with np.errstate(**{kind: "raise"}):
        try:
            print(make())
        except FloatingPointError as error:
            print(error)
with np.errstate(all="ignore"):
    print(np.array([5, -5, 0]) // 0, np.float64(-1) / 0, np.float32(1) / np.float32(0), np.int32(2) ** 31, np.uint8(200) + np.uint8(100))


@np.errstate(divide="ignore")
def half(x):
    return np.array([1.0]) / x


print(half(0), np.geterr()["divide"])
with np.errstate(divide="print"):
    np.array([1.0]) / 0
try:
    np.seterr(all="loud")
except ValueError as error:
    print(error)
