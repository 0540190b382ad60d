from PIL import Image

im = Image.new("L", (4, 4), 3)
print(im.resize((2, 2)).getpixel((0, 0)))
im.resize((0, 2))
