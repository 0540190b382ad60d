# Names under other names.
from keras.layers.convolutional import Conv2D as C, MaxPooling2D as MP
from keras.layers.core import Flatten as F, Dense as D
from keras.engine.topology import Layer
from keras.engine.training import Model as M
from keras.utils.generic_utils import get_custom_objects
import keras.utils.np_utils as nu
from keras.layers import Input

x = Input((8, 8, 1))
y = D(2)(F()(MP()(C(3, 3, 3, border_mode='same')(x))))
print(M(input=x, output=y).count_params(), nu.to_categorical([0, 1]).shape)
print(isinstance(D(3), Layer), type(get_custom_objects()).__name__)
