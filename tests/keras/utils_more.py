# get_file of what is there, sample packing, and what they refuse.
import os
import tempfile
import keras
from keras import utils

folder = tempfile.mkdtemp()
os.makedirs(os.path.join(folder, "datasets"))
path = os.path.join(folder, "datasets", "a.txt")
with open(path, "w") as file:
    file.write("hello")
found = utils.get_file("a.txt", "http://nowhere.example/a.txt", cache_dir=folder)
print(found == path, open(found).read())
print(utils.get_file("a.txt", "http://nowhere.example/a.txt", cache_dir=folder,
                     file_hash="5d41402abc4b2a76b9719d911017c592") == path)
try:
    utils.get_file("b")
except ValueError as error:
    print(error)
print(utils.pack_x_y_sample_weight(1, 2), utils.pack_x_y_sample_weight(1, 2, 3), utils.pack_x_y_sample_weight((1, 2)))
print(utils.unpack_x_y_sample_weight((1, 2)), utils.unpack_x_y_sample_weight([1, 2, 3]))
