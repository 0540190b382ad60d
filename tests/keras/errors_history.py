# masked: mistakes with what fit gives and predict takes.
import numpy as np
import keras
from keras import layers

x, y = np.random.RandomState(0).rand(12, 5), np.arange(12) % 2
model = keras.Sequential([layers.Input((5,)), layers.Dense(1, activation='sigmoid')])
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
h = model.fit(x, y, epochs=2, verbose=0)
for wrong in (lambda: h['loss'], lambda: h.history['precision'], lambda: h.history['val_loss'], lambda: h.loss,
              lambda: len(h)):
    try:
        wrong()
    except Exception as problem:
        print(type(problem).__name__, problem)
print(sorted(h.history), h.epoch, len(h.history['loss']))
print(model.predict(x[0:1], verbose=0).shape, model.predict(x[0][np.newaxis], verbose=0).shape)
print(model.fit(x, y, epochs=1, verbose=0).epoch)
