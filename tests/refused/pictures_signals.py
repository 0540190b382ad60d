import io
import cv2
import numpy as np
import scipy.io
import scipy.ndimage
import seaborn
from PIL import Image
from refusals import refuses, report

rgb = Image.fromarray(np.arange(48, dtype='uint8').reshape(4, 4, 3))
pixels = np.asarray(rgb)
NONE = NotImplementedError


def stored(form, **options):
    rgb.save(io.BytesIO(), form, **options)


refuses(NONE, "GIF pictures are not read: use PNG, JPEG or BMP", Image.open, io.BytesIO(b'GIF89a' + bytes(20)))
refuses(NONE, "pictures are written as PNG, JPEG or BMP, not as GIF", stored, 'GIF')
refuses(NONE, "pictures are written as PNG, JPEG or BMP, not as TIFF", rgb.save, 'x.tif')
refuses(NONE, "pictures are written as PNG, JPEG or BMP, not as WEBP", rgb.save, 'x.webp')
refuses(NONE, "save(quality='web_low') is not there: give a number", stored, 'JPEG', quality='web_low')
refuses(NONE, "save(subsampling=) is there with '4:4:4' and '4:2:0'", stored, 'JPEG', subsampling='4:2:2')
refuses(NONE, "convert('P') is not there: convert('L') or convert('1') has fewer colours too", rgb.convert, 'P')
refuses(NONE, "pictures of mode 'HSV' are not there", rgb.convert, 'HSV')
refuses(NONE, "pictures of mode 'YCbCr' are not there", Image.new, 'YCbCr', (2, 2))
refuses(NONE, "rotate() of pictures of mode 'RGBA' is there with resample=Image.Resampling.NEAREST", rgb.convert('RGBA').rotate, 20,
        Image.BILINEAR)

refuses(NONE, "cv2.imread() is there with IMREAD_COLOR, IMREAD_GRAYSCALE and IMREAD_UNCHANGED", cv2.imread, 'x.png', 2)
refuses(NONE, "cv2.resize() is there with INTER_NEAREST, INTER_LINEAR and INTER_AREA", cv2.resize, pixels, (2, 2),
        interpolation=cv2.INTER_CUBIC)
refuses(NONE, "cv2.threshold() is there with THRESH_BINARY and THRESH_BINARY_INV", cv2.threshold, pixels, 5, 255, 2)
refuses(NONE, "cv2.cvtColor(): the code 40 is not there", cv2.cvtColor, pixels, 40)
refuses(cv2.error, "OpenCV(4.12.0) error: (-215:Assertion failed) !_src.empty() in function 'cvtColor'\n", cv2.cvtColor, None,
        cv2.COLOR_BGR2RGB)
refuses(cv2.error, "OpenCV(4.12.0) error: (-215:Assertion failed) !ssize.empty() in function 'resize'\n", cv2.resize, None, (2, 2))
refuses(cv2.error, "OpenCV(4.12.0) :-1: error: (-2:Unspecified error) could not find a writer for the specified extension in "
        "function 'imwrite_'\n", cv2.imwrite, 'x.nothing', pixels)

refuses(NONE, "nnsh reads no MATLAB files (x.mat): save the arrays as .npz with numpy.savez", scipy.io.loadmat, 'x.mat')
refuses(NONE, "nnsh writes no MATLAB files (x.mat): numpy.savez writes .npz", scipy.io.savemat, 'x.mat', {})
refuses(NONE, "rotate has spline order 0 (nearest), 1 (linear) and 3 (cubic) here", scipy.ndimage.rotate, np.zeros((3, 3)), 30, order=2)
refuses(NONE, "zoom has spline order 0 (nearest), 1 (linear) and 3 (cubic) here", scipy.ndimage.zoom, np.zeros((3, 3)), 2, order=5)

refuses(NONE, "seaborn's palette 'hls' is not there: name a colour map, or give colours", seaborn.color_palette, 'hls')
refuses(NONE, "seaborn's palette 'ch:s=.25' is not there: name a colour map, or give colours", seaborn.color_palette, 'ch:s=.25')
refuses(NONE, "jointplot(kind='kde') is not there: 'scatter', 'reg', 'hex' or 'hist'",
        lambda: seaborn.jointplot(x=[1, 2, 3], y=[2, 1, 4], kind='kde'))
refuses(OSError, "seaborn.load_dataset('tips') downloads its table; nnsh does not have it: pandas.read_csv reads a copy of your own",
        seaborn.load_dataset, 'tips')
report()
