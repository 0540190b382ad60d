import json
data = [{"id": i, "name": f"user{i}", "tags": ["a", "b", str(i)], "score": i / 7, "ok": i % 2 == 0, "none": None, "pos": {"x": i, "y": -i}} for i in range(6000)]
for t in range(3):
    s = json.dumps(data); back = json.loads(s)
s2 = json.dumps(data, indent=2, sort_keys=True)
print(len(s), len(s2), back == data)
