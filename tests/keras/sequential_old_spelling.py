# input_shape= on the first layer, input_dim=.
import keras
from keras import layers
import warnings
warnings.filterwarnings("ignore")
model = keras.Sequential()
model.add(layers.Flatten(input_shape=(28, 28)))
model.add(layers.Dense(10, activation="softmax"))
model.summary()
m = keras.Sequential([layers.Dense(4, input_dim=3), layers.Dense(2)])
m.summary()
m = keras.Sequential([layers.Dense(4, input_shape=(6,)), layers.Activation("relu")])
print(m.input_shape, m.output_shape)
