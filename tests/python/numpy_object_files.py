# Arrays of objects in .npy and .npz files, and pickled.
import io
import pickle
import tempfile
import numpy as np

folder = tempfile.mkdtemp() + "/"
a = np.array([[1, 2], [3], [4, 5, 6]], dtype=object)
np.save(folder + "a.npy", a)
print(np.load(folder + "a.npy", allow_pickle=True))
np.savez(folder + "b.npz", x=a, y=np.arange(3))
np.savez_compressed(folder + "c.npz", a, np.array(["t", None, 2.5, True, {"k": (1, b"z")}], dtype=object))
with np.load(folder + "b.npz", allow_pickle=True) as file:
    print(file.files, file["x"], file["y"], file["x"].dtype)
print(np.load(folder + "c.npz", allow_pickle=True)["arr_1"])
for call in (lambda: np.load(folder + "b.npz")["x"], lambda: np.load(folder + "a.npy"), lambda: np.save(folder + "d.npy", a, allow_pickle=False)):
    try:
        call()
    except ValueError as error:
        print(type(error).__name__, error)
print(pickle.loads(pickle.dumps(a)), pickle.loads(pickle.dumps({"a": a.reshape(3, 1)}))["a"].shape)
for protocol in (0, 2, 4, 5):
    if protocol >= 2:
        print(protocol, [list(row) for row in pickle.loads(pickle.dumps(a, protocol=protocol))])
place = io.BytesIO()
np.save(place, a)
place.seek(0)
print(np.load(place, allow_pickle=True)[2], np.load(folder + "b.npz")["y"])
