# close
# HDF5 in the formats of h5py and of Keras 2 (tests/golden/hdf5_files.py): compressed, in pieces, latest, with links.
import os
import numpy as np
import keras
from keras import layers

os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'files'))
x = np.random.RandomState(1).rand(3, 5) - 0.5


def fresh():
    return keras.Sequential([keras.Input((5,)), layers.Dense(6, activation='relu'), layers.Dropout(0.0),
                             layers.Dense(3, activation='softmax')])


for name in ('dense', 'h5_gzip', 'h5_latest', 'h5_chunked'):
    model = fresh()
    model.load_weights(f'{name}.weights.h5')
    print(name, model.predict(x, verbose=0).round(5).tolist())
for name in ('h5_links', 'h5_soft', 'h5_outside'):
    model = fresh()
    before = model.get_weights()
    try:
        model.load_weights(f'{name}.weights.h5')
    except ValueError as error:
        print(name, type(error).__name__, 'could not be loaded' in str(error) or 'Not allowed' in str(error))
    print(all((a == b).all() for a, b in zip(before, model.get_weights())))
random = np.random.RandomState(2)
conv = keras.models.load_model('h5_keras2_conv.h5', compile=False)
print([type(layer).__name__ for layer in conv.layers], conv.name)
print(conv.predict(random.rand(2, 6, 6, 1), verbose=0).round(5).tolist())
# Keras 3.15 does not know the arguments that Keras 2 wrote for LSTM; its weights it reads.
rnn = keras.Sequential([keras.Input((4,)), layers.Embedding(9, 3), layers.LSTM(3, return_sequences=True), layers.GRU(2),
                        layers.Dense(1, activation='sigmoid')])
rnn.load_weights('h5_keras2_rnn.h5')
print(rnn.predict(random.randint(0, 9, (2, 4)), verbose=0).round(5).tolist())
functional = keras.models.load_model('h5_keras2_functional.h5', compile=False)
print(functional.predict([random.rand(2, 3), random.rand(2, 3)], verbose=0).round(5).tolist())
again = keras.models.clone_model(functional)
again.load_weights('h5_keras2_functional.h5')
print(all((a == b).all() for a, b in zip(again.get_weights(), functional.get_weights())))
