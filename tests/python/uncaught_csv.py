import csv
print(next(csv.reader(["a,b"])))
next(csv.reader([b"a,b"]))
