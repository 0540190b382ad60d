# A perceptron as Keras 1 had it.
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Dropout, Activation
from keras.optimizers import SGD
from keras import utils

np.random.seed(7)
X = np.random.rand(60, 8)
labels = (X.sum(axis=1) > 4).astype(int)
Y = utils.to_categorical(labels, num_classes=2)

model = Sequential()
model.add(Dense(units=12, input_dim=8, kernel_initializer='uniform'))
model.add(Activation('relu'))
model.add(Dropout(rate=0.1))
model.add(Dense(2, kernel_initializer='uniform', activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer=SGD(learning_rate=0.1, momentum=0.9), metrics=['accuracy'])
history = model.fit(X, Y, epochs=3, batch_size=16, verbose=0)
print(sorted(history.history))
print(model.predict(X, verbose=0).argmax(axis=-1).shape)
