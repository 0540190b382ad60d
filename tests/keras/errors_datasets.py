# Data sets that are asked for in a way that is not there: told before anything is looked for.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
from keras import datasets

for mode in ("middle", "Fine", ""):
    try:
        datasets.cifar100.load_data(label_mode=mode)
    except Exception as error:
        print(type(error).__name__, error)
try:
    datasets.cifar100.load_data("both")
except ValueError as error:
    print(error)
try:
    datasets.cifar10.load_data(label_mode="fine")
except TypeError as error:
    print(error)
