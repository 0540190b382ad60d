print(__name__)
print('before')
print(1 + 1)
print([1])
print('last')
from . import nothing
