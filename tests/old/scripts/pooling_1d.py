# Sequences with windows: one dimension.
from keras.models import Sequential
from keras.layers.convolutional import Convolution1D, MaxPooling1D, AveragePooling1D, ZeroPadding1D
from keras.layers.wrappers import TimeDistributed
from keras.layers import Dense, TimeDistributedDense

m = Sequential()
m.add(Convolution1D(nb_filter=4, filter_length=3, subsample_length=1, border_mode='same', input_shape=(12, 2)))
m.add(MaxPooling1D(pool_length=2))
m.add(Convolution1D(3, 3))
m.add(AveragePooling1D(pool_length=2, stride=1))
m.add(TimeDistributedDense(5))
m.add(TimeDistributed(Dense(2)))
print(m.output_shape)
