"""im2col, pooling, a convolution in loops."""
import numpy as np
rng = np.random.RandomState(0)
def im2col(x, fh, fw, stride=1, pad=0):
    N, C, H, W = x.shape
    oh = (H + 2 * pad - fh) // stride + 1
    ow = (W + 2 * pad - fw) // stride + 1
    img = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)], 'constant')
    col = np.zeros((N, C, fh, fw, oh, ow))
    for y in range(fh):
        for z in range(fw):
            col[:, :, y, z, :, :] = img[:, :, y:y + stride * oh:stride, z:z + stride * ow:stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(N * oh * ow, -1)
x = rng.randn(20, 1, 28, 28)
w = rng.randn(16, 1, 5, 5).reshape(16, -1).T
for i in range(25):
    c = im2col(x, 5, 5)
    o = (c @ w).reshape(20, 24, 24, 16).transpose(0, 3, 1, 2)
    p = o.reshape(20, 16, 12, 2, 12, 2).max(axis=(3, 5))
    r = np.maximum(o, 0)
print(p.sum(), r.sum())
img = rng.rand(60, 60); k = rng.rand(3, 3); out = np.zeros((58, 58))
for n in range(4):
    for i in range(58):
        for j in range(58):
            out[i, j] = np.sum(img[i:i + 3, j:j + 3] * k)
print(out.sum())
