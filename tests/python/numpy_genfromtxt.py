import numpy as np

open("m.csv", "w").write("a,b,c\n1,,3\n4,NA,6\n7,8,9\n")
print(np.genfromtxt("m.csv", delimiter=",", skip_header=1))
print(np.genfromtxt("m.csv", delimiter=",", skip_header=1, filling_values=0))
print(np.genfromtxt("m.csv", delimiter=",", skip_header=1, usecols=(0, 2)), np.genfromtxt("m.csv", delimiter=",", skip_header=1, max_rows=1))
print(np.genfromtxt("m.csv", delimiter=",", skip_header=1, missing_values="NA", filling_values=-5))
print(np.genfromtxt("m.csv", delimiter=",", skip_header=1, skip_footer=2), np.genfromtxt(["1 2", "3 4"], dtype=int))
print(np.genfromtxt(["1,2", "3,4"], delimiter=",", unpack=True))
print(np.genfromtxt("m.csv", delimiter=",", skip_header=1, converters={1: lambda s: 100.0}))
a = np.genfromtxt("m.csv", delimiter=",", skip_header=1)
print(np.isnan(a).sum(axis=0), np.nanmean(a, axis=0))
open("bad.csv", "w").write("1,2\n3\n4,5\n")
try:
    np.genfromtxt("bad.csv", delimiter=",")
except ValueError as error:
    print(error)
