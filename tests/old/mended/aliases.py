# Names under other names.
from keras.layers import Conv2D as C, MaxPooling2D as MP
from keras.layers import Flatten as F, Dense as D
from keras import Layer
from keras import Model as M
from keras.utils import get_custom_objects
import keras.utils as nu
from keras.layers import Input

x = Input((8, 8, 1))
y = D(2)(F()(MP()(C(filters=3, kernel_size=(3, 3), padding='same')(x))))
print(M(inputs=x, outputs=y).count_params(), nu.to_categorical([0, 1]).shape)
print(isinstance(D(3), Layer), type(get_custom_objects()).__name__)
