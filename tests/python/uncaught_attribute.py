import math
print(math.pi)
math.sqr(2)
