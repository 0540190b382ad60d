# Tables of layers whose columns are given too few places.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
from keras import Input, layers

plain = keras.Sequential([Input((2,)), layers.Dense(1)])
start = Input((2,))
branches = keras.Model(start, layers.Add()([layers.Dense(2)(start), start]))
for model, positions in ((plain, [0.5]), (plain, [0.3, 0.6]), (branches, [0.3, 0.6, 1.0]), (branches, [0.5])):
    try:
        model.summary(positions=positions)
    except Exception as error:
        print(positions, type(error).__name__, error)
plain.summary(positions=[0.3, 0.6, 1.0])
