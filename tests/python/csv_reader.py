import csv
rows = list(csv.reader(['name,age', '"Smith, J",42', '"say ""hi""",7', '', 'a,,c']))
for row in rows: print(row)
print(list(csv.reader(["a;b", "1;2"], delimiter=";")), list(csv.reader(["a\tb"], dialect="excel-tab")), list(csv.reader(["'x,y',z"], quotechar="'")))
with open("t.csv", "w") as f: f.write('id,text\n1,"two\nlines"\n2,plain\n')
with open("t.csv", newline="") as f:
    reader = csv.reader(f)
    header = next(reader)
    for row in reader: print(reader.line_num, dict(zip(header, row)))
for row in csv.DictReader(open("t.csv")): print(row, row["id"])
print(list(csv.DictReader(["1,2,3", "4"], fieldnames=["a", "b"], restkey="more", restval="?")))
print(list(csv.reader(['1,"a"', '2.5,"b"'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["a\\,b,c"], escapechar="\\")), list(csv.reader(["x, y"], skipinitialspace=True)))
