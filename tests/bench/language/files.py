import os, csv, json, pickle, tempfile
name = os.path.join(tempfile.mkdtemp(), "a.csv")
with open(name, "w") as f:
    for i in range(60000):
        f.write(f"{i},{i * 0.5},name{i}\n")
total = 0.0
with open(name) as f:
    for line in f:
        a, b, c = line.strip().split(",")
        total += int(a) + float(b)
with open(name, newline="") as f:
    rows = list(csv.reader(f))
print(total, len(rows), rows[-1])
data = [{"id": i, "name": "n%d" % i, "values": [i, i / 2, None, True]} for i in range(15000)]
text = json.dumps(data)
back = json.loads(text)
print(len(text), back == data, len(json.dumps(data, indent=2)))
blob = pickle.dumps(data)
print(pickle.loads(blob) == data)
print(len(open(name).read().splitlines()), len(open(name).readlines()))
