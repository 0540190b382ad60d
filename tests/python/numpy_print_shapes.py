import numpy as np

print(repr(np.array([])), repr(np.zeros((0, 3))), repr(np.zeros((2, 0), dtype=np.int8)), repr(np.array([[]])), np.zeros((0,)))
print(repr(np.array(5)), repr(np.array(-0.0)), np.array(1.5), repr(np.array(True)), np.array(np.float32(0.1)))
print(np.arange(16).reshape(2, 2, 2, 2))
print(repr(np.arange(2000).reshape(20, 100)), repr(np.ones((1001, 2), dtype=np.float32)))
print(np.array([np.nan, 1, np.inf, -np.inf]), np.array([-0.0, 0.0]), np.array([1e300, 1e-300]), np.array([123456789.0, 1.5]))
print(np.array([99999999.0]), np.array([100000000.0]), np.array([0.0001, 0.1]), np.array([0.00001, 0.1]), np.array([1001.0, 0.9]))
print(repr(np.float16([1.1, 1000])), repr(np.float32([1 / 3, 1e10])), repr(np.array([1, -1000000])), repr(np.array([True, False])))
print(repr(np.array(["word"] * 20)), repr(np.array([None, 1.5] * 8)))
print([np.float64(1.5), np.array([1, 2])], {"a": np.int64(3)}, (np.array([1.0]),))
