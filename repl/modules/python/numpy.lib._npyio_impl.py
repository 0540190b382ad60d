"""numpy's readers and writers of files under their private name."""
from numpy import fromregex, genfromtxt, load, loadtxt, save, savetxt, savez, savez_compressed

_loadtxt_chunksize = 50000
