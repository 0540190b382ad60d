# The curves by their old keys, through a variable.
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Activation

model = Sequential()
model.add(Dense(3, input_dim=2))
model.add(Activation('softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='rmsprop', metrics=['accuracy'])
log = model.fit(np.random.rand(20, 2), np.arange(20) % 3, validation_split=0.25, nb_epoch=3, verbose=0)
acc = log.history['acc']
val_acc = log.history['val_acc']
loss = log.history['loss']
print(len(acc), len(val_acc), len(loss))
