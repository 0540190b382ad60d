# Errors of PIL that seldom come; each text runs with the names below.
import io

import numpy as np
from PIL import Image, ImageEnhance, ImageOps

grey = Image.new("L", (4, 3))
red = Image.new("RGB", (4, 3), "red")
clear = Image.new("RGBA", (4, 3))


def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        print(source, type(error).__name__, error)


for source in ("Image.open('nothing.png')", "Image.new('Q', (1, 1))", "Image.new('RGB', (-1, 1))", "Image.new('RGB', 5)",
               "Image.new('RGB', (1,))", "Image.new('RGB', (1, 1), 'nothing')", "Image.fromarray(5)",
               "Image.fromarray([[1, 2]])", "Image.fromarray(np.zeros((2, 2, 5), dtype='uint8'))",
               "Image.fromarray(np.zeros((2, 2, 3)))", "Image.fromarray(np.zeros((1, 2, 2, 3), dtype='uint8'))",
               "Image.fromarray(np.zeros((2, 2), dtype='int64'))", "Image.fromarray(None)", "red.resize(5)",
               "red.resize((0, 5))", "red.resize((-1, 5))", "red.resize((2, 2), 99)", "red.resize((2, 2), resample='a')",
               "red.crop((3, 0, 1, 1))", "red.crop((0, 3, 1, 1))", "red.rotate('a')", "red.convert('Q')", "red.transpose(99)",
               "red.getpixel((9, 9))", "red.getpixel(5)", "red.putpixel((9, 9), 0)", "red.save('/nothing/a.png')",
               "red.save('a.nothing')", "red.save('a')", "red.save(io.BytesIO())", "red.save(io.BytesIO(), format='nothing')",
               "clear.save(io.BytesIO(), format='JPEG')", "Image.new('F', (1, 1)).save(io.BytesIO(), format='PNG')",
               "red.seek(1)", "red.seek(-1)", "red.nothing", "Image.nothing", "red.paste(grey, (0, 0, 1, 1))",
               "red.paste('nothing')", "red.paste(red, (0, 0), red)", "red.paste(red, (0, 0, 9, 9))", "red.point(5)",
               "red.split()[5]", "red.getchannel(5)", "red.getchannel('Q')", "grey.getchannel('R')",
               "Image.merge('RGB', (grey, grey))", "Image.merge('RGB', (grey, grey, red))",
               "Image.merge('RGB', (grey, grey, Image.new('L', (9, 9))))", "Image.blend(red, grey, 0.5)",
               "Image.blend(red, Image.new('RGB', (9, 9)), 0.5)", "red.thumbnail(5)", "red.thumbnail((0, 0))", "red.reduce(0)",
               "red.size[2]", "len(red)", "red + 1", "red[0]", "int(red)", "red.getbbox(5)",
               "red.resize((2, 2), box=(0, 0, 9, 9))", "red.resize((2, 2), box=(-1, 0, 1, 1))",
               "Image.frombytes('RGB', (2, 2), b'abc')", "ImageOps.nothing", "ImageOps.grayscale(5)", "ImageOps.crop(red, 9)",
               "ImageEnhance.nothing"):
    attempt(source)
