from PIL import Image

im = Image.new("RGBA", (2, 2))
print(im.getbands())
im.save("x.jpg")
