from collections import OrderedDict
o = OrderedDict(a=1)
print(o.popitem())
o.popitem()
