class ShapeError(ValueError):
    pass
print("before")
raise ShapeError("bad shape (3, 4)")
