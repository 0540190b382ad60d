from PIL import Image

print(Image.new("L", (2, 2)).size)
Image.open("no_such_picture.png")
