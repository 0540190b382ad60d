import numpy as np
np.random.seed(1)
x, t = np.arange(24).reshape(12, 2), np.arange(12)
batch_size = 4
mask = np.random.choice(len(x), batch_size)
print(mask, x[mask].shape, t[mask])
index = np.random.permutation(len(x))
for i in range(0, len(x), batch_size):
    batch = x[index[i:i + batch_size]]
    print(i, batch.sum(), t[index[i:i + batch_size]])
iter_per_epoch = max(len(x) / batch_size, 1)
print(iter_per_epoch, int(iter_per_epoch), 10 % iter_per_epoch == 0)
shuffled = np.arange(5)
np.random.shuffle(shuffled)
print(shuffled)
