# Files of weights under their old names.
import os
import tempfile
import numpy as np
from keras.callbacks import ModelCheckpoint, EarlyStopping, ReduceLROnPlateau
from keras.models import Sequential
from keras.layers import Dense

os.chdir(tempfile.mkdtemp())
model = Sequential([Dense(3, input_shape=(4,), activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
best = ModelCheckpoint('best.weights.h5', monitor='val_accuracy', save_best_only=True, save_weights_only=True, mode='max')
stop = EarlyStopping(monitor='val_accuracy', patience=3, mode='max')
x, y = np.random.RandomState(0).rand(30, 4), np.eye(3)[np.arange(30) % 3]
model.fit(x, y, epochs=2, validation_data=(x, y), callbacks=[best, stop, ReduceLROnPlateau(monitor='val_loss')], verbose=0)
model.load_weights('best.weights.h5')
model.save_weights('last.weights.h5')
model.load_weights('last.weights.h5')
print(sorted(os.listdir('.')) != [])
