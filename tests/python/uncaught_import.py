import math
print("fine")
import tensorflw
