# masked: consumption from a table, with columns of 0 and 1, scaling by hand, and what is left over.
import numpy as np
import pandas as pd
from keras import Sequential, layers, optimizers, utils

utils.set_random_seed(1)
rng = np.random.RandomState(0)
n = 120
raw = pd.DataFrame({'Cylinders': rng.choice([4, 6, 8], n), 'Weight': rng.normal(3000, 500, n), 'Origin': rng.choice([1, 2, 3], n)})
raw['MPG'] = 50 - raw['Weight'] / 120 - raw['Cylinders'] + rng.normal(0, 1, n)
raw.loc[[3, 7], 'Weight'] = np.nan
dataset = raw.dropna().copy()
dataset['Origin'] = dataset['Origin'].map({1: 'USA', 2: 'Europe', 3: 'Japan'})
dataset = pd.get_dummies(dataset, columns=['Origin'], prefix='', prefix_sep='')
train = dataset.sample(frac=0.8, random_state=0)
test = dataset.drop(train.index)
train_labels, test_labels = train.pop('MPG'), test.pop('MPG')
stats = train.astype(float).describe().transpose()


def norm(x):
    return (x.astype('float32') - stats['mean']) / stats['std']


model = Sequential([layers.Input((len(train.keys()),)), layers.Dense(16, activation='relu'), layers.Dense(1)])
model.compile(loss='mse', optimizer=optimizers.RMSprop(0.01), metrics=['mae'])
model.summary()
history = model.fit(norm(train), train_labels, epochs=30, validation_split=0.2, verbose=0)
hist = pd.DataFrame(history.history)
hist['epoch'] = history.epoch
print(hist.columns.tolist(), hist.shape, hist['epoch'].tail(2).tolist())
loss, mae = model.evaluate(norm(test), test_labels, verbose=0)
print(loss > 0, mae > 0)
errors = model.predict(norm(test), verbose=0).flatten() - test_labels
print(type(errors), errors.shape, errors.index.equals(test_labels.index))
