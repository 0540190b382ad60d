import numpy as np
img = (np.arange(28 * 28 * 3) % 256).reshape(3, 28, 28).astype(np.uint8)
print(img.shape, img.dtype, img.min(), img.max(), img[0, 0, :5])
print(img[0].mean(), img.mean(axis=(1, 2)))
x = img.reshape(-1, 784).astype("float32") / 255
print(x.shape, x.dtype, x[0, :4], x.max(), x.mean(), x.std())
y = np.array([2, 0, 1])
onehot = np.eye(3)[y]
print(onehot, onehot.argmax(axis=1), np.argmax(onehot, axis=-1) == y)
x -= x.mean(axis=0)
print(x.mean().round(5), (img / 255.0).dtype, (img / 255).max())
print(img.astype("float32")[0, 1, 2], 255 - img[0, 0, :3], img[:, ::-1, :].shape)
print(img[0].T.shape)
