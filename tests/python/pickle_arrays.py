import pickle
import numpy as np
params = {"W1": np.arange(6, dtype=np.float32).reshape(2, 3), "b1": np.zeros(3), "n": np.int64(5), "ok": np.array([True, False])}
with open("params.pkl", "wb") as f: pickle.dump(params, f, -1)
with open("params.pkl", "rb") as f: back = pickle.load(f)
for k, v in back.items(): print(k, v, v.dtype)
print(np.array_equal(back["W1"], params["W1"]), type(back["n"]), back["W1"].shape)
a = np.arange(6).reshape(2, 3).T
b = pickle.loads(pickle.dumps(a))
print(b, len(pickle.dumps(np.arange(4, dtype=np.uint8))))
b[0, 0] = 9
print(b[0, 0], a[0, 0], pickle.loads(pickle.dumps([np.float64(0.5), np.array(3)])))
