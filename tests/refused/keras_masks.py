import numpy as np
import keras
from keras import layers
from refusals import refuses, report

# Rows of two open lengths beside an axis that both tensors have.
refuses(NotImplementedError, 'sizes that are open (None) cannot be multiplied with each other: give Input() the length of sequences',
        keras.ops.einsum, 'bstd,bd->bst', layers.Input((None, None, 4)), layers.Input((4,)))

model = keras.Sequential([layers.Embedding(10, 3, mask_zero=True), layers.LSTM(2)])
model.compile(loss='mse', optimizer='sgd')
print(model.train_on_batch(np.array([[1, 2, 0]]), np.zeros((1, 2))) >= 0)
report()
