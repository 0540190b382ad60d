# Sequences with windows: one dimension.
from keras.models import Sequential
from keras.layers import Conv1D, MaxPooling1D, AveragePooling1D, ZeroPadding1D
from keras.layers import TimeDistributed
from keras.layers import Dense

m = Sequential()
m.add(Conv1D(filters=4, kernel_size=3, strides=1, padding='same', input_shape=(12, 2)))
m.add(MaxPooling1D(pool_size=2))
m.add(Conv1D(filters=3, kernel_size=(3,)))
m.add(AveragePooling1D(pool_size=2, strides=1))
m.add(TimeDistributed(Dense(5)))
m.add(TimeDistributed(Dense(2)))
print(m.output_shape)
