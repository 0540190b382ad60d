# Tables of recurrent models, with embeddings and wrappers.
import keras
from keras import layers

m = keras.Sequential([keras.Input((20,)), layers.Embedding(1000, 16), layers.SpatialDropout1D(0.2),
                      layers.Bidirectional(layers.LSTM(12, return_sequences=True)), layers.GRU(8, return_sequences=True),
                      layers.TimeDistributed(layers.Dense(4)), layers.SimpleRNN(3), layers.Dense(1, activation="sigmoid")])
m.summary()
deferred = keras.Sequential([layers.Embedding(50, 4, mask_zero=True), layers.LSTM(5), layers.Dense(2)], name="deferred")
deferred.summary()
deferred.build((None, 7))
deferred.summary(show_trainable=True)
states = keras.Input((6, 3), name="steps")
out, h, c = layers.LSTM(4, return_sequences=True, return_state=True, name="memory")(states)
model = keras.Model(states, [out, h, c], name="states")
model.summary()
merged = keras.Sequential([keras.Input((5, 2)), layers.Bidirectional(layers.GRU(3), merge_mode="sum"), layers.RepeatVector(4),
                           layers.LSTM(2, return_sequences=True), layers.Flatten()], name="merged")
merged.summary(line_length=70)
