# coding: utf-8
# Pictures and labels in gzipped IDX files, read with struct and numpy and kept as a pickle.
import tempfile
import os.path
import gzip
import pickle
import struct
import numpy as np
folder = tempfile.TemporaryDirectory()
dataset_dir = folder.name
os.makedirs(dataset_dir, exist_ok=True)
key_file = {'train_img': 'train-images-idx3-ubyte.gz', 'train_label': 'train-labels-idx1-ubyte.gz'}
save_file = dataset_dir + "/mnist.pkl"
train_num = 60
img_dim = (1, 28, 28)
img_size = 784
def make():
    rng = np.random.RandomState(0)
    with gzip.open(os.path.join(dataset_dir, key_file['train_img']), 'wb') as f:
        f.write(struct.pack('>IIII', 2051, train_num, 28, 28))
        f.write(rng.randint(0, 256, (train_num, 784)).astype(np.uint8).tobytes())
    with gzip.open(os.path.join(dataset_dir, key_file['train_label']), 'wb') as f:
        f.write(struct.pack('>II', 2049, train_num))
        f.write(rng.randint(0, 10, train_num).astype(np.uint8).tobytes())
def _load_label(file_name):
    file_path = dataset_dir + "/" + file_name
    print("Converting " + file_name + " to NumPy Array ...")
    with gzip.open(file_path, 'rb') as f:
        labels = np.frombuffer(f.read(), np.uint8, offset=8)
    print("Done")
    return labels
def _load_img(file_name):
    file_path = dataset_dir + "/" + file_name
    with gzip.open(file_path, 'rb') as f:
        magic, n, rows, cols = struct.unpack('>4I', f.read(16))
        print(magic, n, rows, cols)
        data = np.frombuffer(f.read(), dtype=np.uint8)
    return data.reshape(-1, img_size)
def _change_one_hot_label(X):
    T = np.zeros((X.size, 10))
    for idx, row in enumerate(T):
        row[X[idx]] = 1
    return T
def load_mnist(normalize=True, flatten=True, one_hot_label=False):
    if not os.path.exists(save_file):
        dataset = {'train_img': _load_img(key_file['train_img']), 'train_label': _load_label(key_file['train_label'])}
        print("Creating pickle file ...")
        with open(save_file, 'wb') as f:
            pickle.dump(dataset, f, -1)
        print("Done!")
    with open(save_file, 'rb') as f:
        dataset = pickle.load(f)
    if normalize:
        for key in ('train_img',):
            dataset[key] = dataset[key].astype(np.float32)
            dataset[key] /= 255.0
    if one_hot_label:
        dataset['train_label'] = _change_one_hot_label(dataset['train_label'])
    if not flatten:
        dataset['train_img'] = dataset['train_img'].reshape(-1, 1, 28, 28)
    return dataset['train_img'], dataset['train_label']
make()
if os.path.exists(save_file): os.remove(save_file)
x, t = load_mnist(flatten=False, one_hot_label=True)
print(x.shape, x.dtype, x.max(), t.shape, t[0], t.sum(axis=0))
x, t = load_mnist()
print(x[0][:6], t[:10])
data = np.loadtxt([','.join(str(v) for v in range(5))], delimiter=',')
print(data, os.path.getsize(os.path.join(dataset_dir, key_file['train_label'])) > 40)
folder.cleanup()
print(os.path.exists(dataset_dir))
