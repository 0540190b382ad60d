import os
print(os.path.join("a", "b"))
os.rename("none.txt", "other.txt")
