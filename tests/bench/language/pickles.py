"""Plain values as pickles and back."""
import pickle
data = [{"id": i, "name": "n%d" % i, "values": [i, i / 2, None, True], "place": (i % 7, i % 11)} for i in range(5000)]
total = 0
for turn in range(12):
    blob = pickle.dumps(data)
    back = pickle.loads(blob)
    total += len(blob) + len(back)
print(total, back == data)
