import numpy as np

class_names = np.array(["cat", "dog", "horse", "ship"])
labels = np.array([3, 0, 0, 2])
print(class_names[labels], class_names[1], repr(class_names[1]))
print(class_names[class_names != "dog"], class_names[::-1], class_names[1:3])
print(class_names[[0, 2]], class_names[np.array([True, False, False, True])])
print(class_names[np.array([[0, 1], [2, 3]])])
class_names[0] = "a very long name"
print(class_names)
class_names[class_names == "dog"] = "puppy"
class_names[2:] = ["x", "y"]
print(class_names, len(class_names), class_names.shape)
for name in class_names[:2]:
    print(type(name).__name__, name, name.upper(), len(name))
print(class_names.tolist(), "x" in class_names, "z" in class_names)
print({name: i for i, name in enumerate(class_names)}["x"])
