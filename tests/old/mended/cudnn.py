# Layers for one kind of processor.
from keras.layers import LSTM, GRU, Bidirectional, Dense, Input
from keras.models import Sequential

m = Sequential()
m.add(Input((6, 4)))
m.add(Bidirectional(LSTM(3, return_sequences=True)))
m.add(GRU(2))
m.add(Dense(1))
print(m.output_shape)
