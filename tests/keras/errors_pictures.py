# Errors of generators of pictures, and of pictures' folders and tables.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import shutil
import tempfile
import numpy as np
import pandas as pd
import keras
try:
    from keras.src.legacy.preprocessing import image
except ImportError:
    from keras.preprocessing import image
from keras.preprocessing import image as pictures
from keras.utils import image_dataset_from_directory, text_dataset_from_directory

folder = tempfile.mkdtemp()
for name in ("cats", "dogs", "owls"):
    os.mkdir(os.path.join(folder, name))
    for k in range(2):
        keras.utils.save_img(os.path.join(folder, name, f"{k}.png"), np.full((4, 4, 3), 40.0 * k))
paths = [os.path.join(folder, name, "0.png") for name in ("cats", "dogs", "owls")]
frame = pd.DataFrame({"filename": paths, "class": ["a", "b", "c"], "number": [1, 2, 3]})
x = np.zeros((8, 4, 4, 3), "float32")
sorted_labels = np.array([0, 0, 0, 0, 1, 1, 1, 1])
Pictures = image.ImageDataGenerator


def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        print(source, type(error).__name__, str(error).replace(folder, "<folder>"))


for source in ("Pictures(validation_split=1.5)", "Pictures(validation_split=-1)", "Pictures(zoom_range='a')",
               "Pictures(zoom_range=(1, 2, 3))", "Pictures(zoom_range=['a', 'b'])", "Pictures(brightness_range=5)",
               "Pictures().flow(x[0])", "Pictures().flow(x, sorted_labels[:3])",
               "Pictures().flow(x, sorted_labels, subset='training')",
               "Pictures(validation_split=0.5).flow(x, sorted_labels, subset='some')",
               "Pictures(validation_split=0.5).flow(x, sorted_labels, subset='training')",
               "Pictures(validation_split=0.5).flow(x, sorted_labels, subset='training', ignore_class_split=True)",
               "Pictures().flow(x, batch_size=4)[2]", "Pictures().flow(x, batch_size=4)[5]", "Pictures().fit(x[0])",
               "Pictures().flow(x, sample_weight=np.ones(3))", "Pictures().flow_from_dataframe(frame, x_col='number')",
               "Pictures().flow_from_dataframe(frame, y_col='number', class_mode='sparse')",
               "Pictures().flow_from_dataframe(frame, y_col='number', class_mode='binary')",
               "Pictures().flow_from_dataframe(frame, class_mode='binary')",
               "Pictures().flow_from_dataframe(frame, class_mode='binary', classes=['a', 'b', 'c'])",
               "Pictures().flow_from_dataframe(frame, class_mode='multi_output')",
               "image_dataset_from_directory(folder, labels=None, class_names=['cats'])",
               "image_dataset_from_directory(folder, labels=[0, 1, 0, 1, 0, 1], class_names=['cats'])",
               "image_dataset_from_directory(folder, crop_to_aspect_ratio=True, pad_to_aspect_ratio=True)",
               "image_dataset_from_directory(folder, labels=[0, 1, 0, 1, 0, 1], class_names=[])",
               "image_dataset_from_directory(folder, interpolation='some')",
               "image_dataset_from_directory(folder, class_names=['cats', 'cows'])",
               "text_dataset_from_directory(folder, labels=None, class_names=['cats'])",
               "pictures.smart_resize(x, (2, 2, 2))", "pictures.smart_resize(x[0, 0], (2, 2))",
               "pictures.smart_resize(x, (2, 2)).shape", "pictures.smart_resize(np.zeros((1, 2, 4, 4, 3)), (2, 2))",
               "pictures.array_to_img(x[0], data_format='middle')",
               "pictures.img_to_array(np.zeros((4, 4)), data_format='middle')",
               "pictures.smart_resize(x, (2, 2), data_format='middle')",
               "pictures.smart_resize(x, (2, 2), interpolation='some')"):
    attempt(source)
for call in (lambda: Pictures().flow_from_directory(folder, class_mode="many"),
             lambda: Pictures().flow_from_dataframe(frame, class_mode="many")):
    try:
        print(call())
    except ValueError as error:  # the order in which the set of the modes is shown is not the same twice
        print(type(error).__name__, str(error).partition(" expected")[0])
shutil.rmtree(folder)
