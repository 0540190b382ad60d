# A Sequential that grows by add().
import keras
from keras import layers, models
model = models.Sequential()
print(model.built, model.layers, model.weights)
model.add(keras.Input((8,)))
model.add(layers.Dense(4, activation="sigmoid"))
print(model.built, len(model.weights))
model.add(layers.Dropout(0.25))
model.add(layers.Dense(1, activation="sigmoid", name="out"))
model.summary()
print([l.name for l in model.layers])
print([w.path for w in model.weights])
print([w.name for w in model.weights])
