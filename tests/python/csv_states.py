import csv, io
def read(text, **rules):
    try:
        print(list(csv.reader(io.StringIO(text, newline=""), **rules)))
    except (csv.Error, ValueError) as e:
        print("Error:", e)
read('a,"b\nc",d\r\n"e ""f""",,\r\n\r\n,x\n')
read('a, "b, c",d', skipinitialspace=True)
read('a,"b"c,"d"\n')
read('a,"b"c,"d"\n', strict=True)
read('a,"open\nstill', strict=False)
read('a,"open', strict=True)
read('a\\,b,c\\\nd,e\\', escapechar="\\")
read('"a\\"b",c', escapechar="\\", doublequote=False)
read("'a''b';'c;d';e", delimiter=";", quotechar="'")
read('1,"2",,x4', quoting=csv.QUOTE_NONNUMERIC)
try:
    print(list(csv.reader(['1.5,"a",2', '3,"",-1e3'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["a,b"], quoting=csv.QUOTE_NONNUMERIC)))
except ValueError as e:
    print(type(e).__name__, e)
read('a,"b"\n', quoting=csv.QUOTE_NONE)
read('gr\u00fcn\u20acrot\u20ac"bl\u20acau"', delimiter="\u20ac")
for bad in (["a\rb"], [b"a"], [1]):
    try:
        print(list(csv.reader(bad)))
    except csv.Error as e:
        print("Error:", e)
old = csv.field_size_limit(5)
read("abcde,fghij")
read("abcdef")
print(csv.field_size_limit(old), csv.field_size_limit() == old)
r = csv.reader(["a", "b,c", '"d', 'e"'])
print(next(r), r.line_num, next(r), next(r), r.line_num, r.dialect.delimiter, next(r, "end"))
out = io.StringIO()
rows = [[1, 2.5, None, True, "x"], ['say "hi"', "a,b", "two\nlines", "", " z "], [""], ["\\", "'"]]
for rules in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC, "lineterminator": "\n"}, {"delimiter": "\t", "doublequote": False, "escapechar": "\\"}):
    csv.writer(out, **rules).writerows(rows)
for rules in ({"quoting": csv.QUOTE_NONE}, {"doublequote": False}, {"quoting": csv.QUOTE_NONE, "escapechar": "!"}):
    try:
        print(csv.writer(out, **rules).writerow(['a"b', 1]))
    except csv.Error as e:
        print("Error:", e)
for row in ([""], 5):
    try:
        csv.writer(out, quoting=csv.QUOTE_NONE).writerow(row)
    except csv.Error as e:
        print("Error:", e)
print(repr(out.getvalue()))
try:
    raise csv.Error("own", 1)
except Exception as e:
    print(type(e), e.args, isinstance(e, csv.Error))
