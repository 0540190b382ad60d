from PIL import Image

im = Image.new("RGB", (2, 2))
print(im.mode)
im.convert("XYZ")
