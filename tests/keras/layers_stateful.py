# close
import numpy as np, keras
from keras import layers
rng = np.random.RandomState(0)
paragraph1 = rng.random((4, 3, 5)).astype(np.float32)
paragraph2 = rng.random((4, 3, 5)).astype(np.float32)
lstm_layer = layers.LSTM(3, stateful=True)
out = lstm_layer(paragraph1)
ws = [(rng.rand(*w.shape).astype("float32") - .5) for w in lstm_layer.get_weights()]
lstm_layer.set_weights(ws)
lstm_layer.reset_state()
a = lstm_layer(paragraph1).numpy(); b = lstm_layer(paragraph2).numpy()
print(a.round(4)[0], b.round(4)[0])
existing_state = lstm_layer.states
print(len(existing_state), existing_state[0].shape)
lstm_layer.reset_states()
print(lstm_layer(paragraph1).numpy().round(4)[0])
new = layers.LSTM(3)
new(paragraph1); new.set_weights(ws)
print(new(paragraph2, initial_state=existing_state).numpy().round(4)[0])
model = keras.Sequential([keras.Input(batch_shape=(2, 3, 4)), layers.GRU(3, stateful=True, return_sequences=True), layers.SimpleRNN(2, stateful=True), layers.Dense(1)])
model.set_weights([(rng.rand(*w.shape).astype("float32") - .5) for w in model.get_weights()])
x = rng.rand(8, 3, 4).astype("float32"); y = rng.rand(8, 1).astype("float32")
print(model.predict(x, batch_size=2, verbose=0).ravel().round(4))
print(model.predict(x, batch_size=2, verbose=0).ravel().round(4))
for layer in model.layers:
    if hasattr(layer, "reset_states"): layer.reset_states()
print(model.predict(x, batch_size=2, verbose=0).ravel().round(4))
model.compile("sgd", "mse")
for e in range(3):
    h = model.fit(x, y, epochs=1, batch_size=2, shuffle=False, verbose=0)
    print(round(h.history["loss"][0], 5))
    model.layers[0].reset_states(); model.layers[1].reset_states()
model.summary()
