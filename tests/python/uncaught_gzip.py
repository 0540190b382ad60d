import gzip
open("x.gz", "wb").write(b"plain")
print("reading")
gzip.open("x.gz").read()
