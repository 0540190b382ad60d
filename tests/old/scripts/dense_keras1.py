# A perceptron as Keras 1 had it.
import numpy as np
from keras.models import Sequential
from keras.layers.core import Dense, Dropout, Activation
from keras.optimizers import SGD
from keras.utils import np_utils

np.random.seed(7)
X = np.random.rand(60, 8)
labels = (X.sum(axis=1) > 4).astype(int)
Y = np_utils.to_categorical(labels, nb_classes=2)

model = Sequential()
model.add(Dense(output_dim=12, input_dim=8, init='uniform'))
model.add(Activation('relu'))
model.add(Dropout(p=0.1))
model.add(Dense(2, init='uniform', activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer=SGD(lr=0.1, momentum=0.9), class_mode='categorical')
history = model.fit(X, Y, nb_epoch=3, batch_size=16, show_accuracy=True, verbose=0)
print(sorted(history.history))
print(model.predict_classes(X, verbose=0).shape)
