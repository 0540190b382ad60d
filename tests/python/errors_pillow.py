# Errors of Pillow that other programs do not raise; each text runs with the names below.
import io

import numpy as np
from PIL import Image

rgb = Image.fromarray(np.arange(48, dtype="uint8").reshape(4, 4, 3) * 5)
grey = Image.fromarray(np.arange(16, dtype="uint8").reshape(4, 4) * 15)


def stored(form, image=rgb, **options):
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


png, jpg = stored("PNG"), stored("JPEG")


def opened(data, *mode):
    return Image.open(io.BytesIO(data), *mode).load()


def attempt(source, broken=False):
    try:
        print(source, "gives", type(eval(source)).__name__)
    except Exception as error:
        print(source, "OSError" if broken and isinstance(error, OSError) else type(error).__name__, "" if broken else error)


for source in ("rgb.convert('L', (1, 2))", "grey.convert('L', (1, 2, 3, 4))", "rgb.convert('P', (1, 2, 3, 4))", "rgb.convert('nothing')",
               "rgb.reduce(2, box=(0, 0, 9, 4))", "rgb.reduce(2, (-1, 0, 2, 2))", "rgb.reduce(2, (2, 2, 2, 3))",
               "rgb.reduce(2, (3, 3, 1, 1))", "rgb.reduce(0)", "rgb.reduce(-1)", "rgb.reduce((1, 0))",
               "rgb.resize((2, 2), box=(3, 3, 1, 1))", "rgb.resize((2, 2), box=(-1, 0, 1, 1))", "rgb.resize((2, 2), box=(0, 0, 9, 9))",
               "rgb.resize((0, 2))", "grey.rotate(30, Image.LANCZOS)", "grey.rotate(30, Image.BOX)", "grey.rotate(30, 9)",
               "stored('JPEG', quality='keep')", "stored('JPEG', quality='nothing')", "stored('JPEG', quality=1.5)",
               "stored('JPEG', subsampling='keep')", "stored('JPEG', subsampling='a')", "stored('JPEG', Image.new('RGBA', (2, 2)))",
               "stored('BMP', Image.new('F', (2, 2)))", "stored('PNG', Image.new('CMYK', (2, 2)))", "stored('nothing')", "rgb.save('x.nothing')", "opened(png, 'w')",
               "Image.open('nothing.png')", "Image.fromarray(np.zeros((1, 2, 3, 4), 'uint8'))",
               "Image.fromarray(np.zeros((1, 2, 3, 4), 'uint8'), 'L')", "Image.fromarray(np.zeros((2, 2, 3), 'uint8'), 'L')",
               "Image.fromarray(np.zeros((2, 2), 'uint8'), 'RGB')", "Image.fromarray(np.zeros((1, 1, 1), 'uint8'))",
               "Image.fromarray(np.zeros((2, 2), 'complex64'))", "Image.fromarray(np.zeros((2, 2), 'int64'))", "Image.fromarray(5)",
               "Image.fromarray(np.uint8(5))", "Image.fromarray(rgb)"):
    attempt(source)
for source in ("opened(png[:-30])", "opened(jpg[:-30])", "opened(png[:40])", "opened(png[:20])", "opened(jpg[:20])", "opened(b'abc')",
               "opened(jpg[:2] + bytes(30))", "opened(png[:8] + bytes(30))", "opened(stored('BMP')[:-20])", "opened(stored('BMP')[:20])"):
    attempt(source, True)
