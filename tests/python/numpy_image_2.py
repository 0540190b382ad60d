import numpy as np
img = (np.arange(28 * 28 * 3) % 256).reshape(3, 28, 28).astype(np.uint8)
x = img.reshape(-1, 784).astype("float32") / 255
y = np.array([2, 0, 1])
onehot = np.eye(3)[y]
x -= x.mean(axis=0)
pad = np.zeros((2, 4, 4), dtype=np.uint8)
pad[:, 1:3, 1:3] = 255
print(pad[0], pad.sum(), pad.astype(bool).sum(), (pad > 0).any(axis=0).astype(int))
wrong = np.nonzero(np.array([1, 2, 3]) != np.array([1, 0, 3]))[0]
print(wrong, len(wrong), wrong.shape[0] / 3)
conf = np.zeros((3, 3), dtype=int)
for t, p in zip([0, 1, 2, 2], [0, 2, 2, 2]): conf[t, p] += 1
print(conf, conf.diagonal() / conf.sum(axis=1))
print("Training set: %d x %d" % (x.shape[0], x.shape[1]), "x_train shape:", x.shape)
print(str(x.shape), f"{x.shape}", x.shape[1:], x.shape == (3, 784))
np.random.seed(3)
i = np.random.randint(0, len(img))
print(i, img[i].shape, y[i], ["a", "b", "c"][y[i]], ["a", "b", "c"][int(y[0])])
