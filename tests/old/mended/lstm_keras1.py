# A recurrent network in Keras 1's words.
import numpy as np
from keras.models import Sequential
from keras.layers import Embedding
from keras.layers import LSTM
from keras.layers import Dense
from keras.preprocessing import sequence

texts = [[1, 2, 3], [4, 5], [6, 7, 8, 9], [1]] * 6
x = sequence.pad_sequences(texts, maxlen=5)
y = np.array([0, 1, 1, 0] * 6)
model = Sequential()
model.add(Embedding(20, 6, embeddings_initializer='uniform'))
model.add(LSTM(units=5, recurrent_activation='sigmoid', dropout=0.2, recurrent_dropout=0.1))
model.add(Dense(1, activation='sigmoid'))
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
model.fit(x, y, epochs=1, batch_size=8, verbose=0)
print(x.shape, (model.predict(x, verbose=0) > 0.5).astype('int32').shape)
