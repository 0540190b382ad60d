# close
import numpy as np, keras
from keras import layers
num_enc, num_dec, latent = 5, 6, 4
encoder_inputs = keras.Input(shape=(None, num_enc))
encoder = keras.layers.LSTM(latent, return_state=True)
encoder_outputs, state_h, state_c = encoder(encoder_inputs)
encoder_states = [state_h, state_c]
decoder_inputs = keras.Input(shape=(None, num_dec))
decoder_lstm = keras.layers.LSTM(latent, return_sequences=True, return_state=True)
decoder_outputs, _, _ = decoder_lstm(decoder_inputs, initial_state=encoder_states)
decoder_dense = keras.layers.Dense(num_dec, activation="softmax")
decoder_outputs = decoder_dense(decoder_outputs)
model = keras.Model([encoder_inputs, decoder_inputs], decoder_outputs)
model.summary()
rng = np.random.RandomState(0)
model.set_weights([(rng.rand(*w.shape).astype("float32") - .5) for w in model.get_weights()])
ex = rng.rand(8, 7, num_enc).astype("float32"); dx = rng.rand(8, 5, num_dec).astype("float32")
ty = keras.utils.to_categorical(rng.randint(0, num_dec, (8, 5)), num_dec)
model.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])
h = model.fit([ex, dx], ty, batch_size=4, epochs=2, shuffle=False, validation_split=0.25, verbose=0)
for k in sorted(h.history): print(k, [round(v, 4) for v in h.history[k]])
encoder_inputs = model.input[0]
encoder_outputs, state_h_enc, state_c_enc = model.layers[2].output
encoder_model = keras.Model(encoder_inputs, [state_h_enc, state_c_enc])
decoder_inputs = model.input[1]
decoder_state_input_h = keras.Input(shape=(latent,))
decoder_state_input_c = keras.Input(shape=(latent,))
decoder_states_inputs = [decoder_state_input_h, decoder_state_input_c]
decoder_lstm = model.layers[3]
decoder_outputs, state_h_dec, state_c_dec = decoder_lstm(decoder_inputs, initial_state=decoder_states_inputs)
decoder_states = [state_h_dec, state_c_dec]
decoder_dense = model.layers[4]
decoder_outputs = decoder_dense(decoder_outputs)
decoder_model = keras.Model([decoder_inputs] + decoder_states_inputs, [decoder_outputs] + decoder_states)
states_value = encoder_model.predict(ex[:1], verbose=0)
print([s.round(4).tolist() for s in states_value])
target_seq = np.zeros((1, 1, num_dec)); target_seq[0, 0, 0] = 1
out = []
for _ in range(5):
    output_tokens, h, c = decoder_model.predict([target_seq] + states_value, verbose=0)
    i = int(np.argmax(output_tokens[0, -1, :])); out.append(i)
    target_seq = np.zeros((1, 1, num_dec)); target_seq[0, 0, i] = 1.0
    states_value = [h, c]
print(out, output_tokens.round(4).tolist())
