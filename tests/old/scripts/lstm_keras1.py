# A recurrent network in Keras 1's words.
import numpy as np
from keras.models import Sequential
from keras.layers.embeddings import Embedding
from keras.layers.recurrent import LSTM
from keras.layers.core import Dense
from keras.preprocessing import sequence

texts = [[1, 2, 3], [4, 5], [6, 7, 8, 9], [1]] * 6
x = sequence.pad_sequences(texts, maxlen=5)
y = np.array([0, 1, 1, 0] * 6)
model = Sequential()
model.add(Embedding(20, 6, init='uniform'))
model.add(LSTM(output_dim=5, inner_activation='sigmoid', dropout_W=0.2, dropout_U=0.1, consume_less='cpu'))
model.add(Dense(1, activation='sigmoid'))
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
model.fit(x, y, nb_epoch=1, batch_size=8, verbose=0)
print(x.shape, model.predict_classes(x, verbose=0).shape)
