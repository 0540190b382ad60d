# masked: the next month from the last three, scaled and scaled back.
import math
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Input
from sklearn.metrics import mean_squared_error
from sklearn.preprocessing import MinMaxScaler


def windows(data, look_back=1):
    inputs, targets = [], []
    for i in range(len(data) - look_back - 1):
        inputs.append(data[i:i + look_back, 0])
        targets.append(data[i + look_back, 0])
    return np.array(inputs), np.array(targets)


t = np.arange(96)
np.random.seed(7)
data = (100 + 2 * t + 30 * np.sin(2 * np.pi * t / 12) + np.random.normal(0, 5, 96)).reshape(-1, 1).astype('float32')
scaler = MinMaxScaler(feature_range=(0, 1))
scaled = scaler.fit_transform(data)
size = int(len(scaled) * 0.67)
train, test = scaled[0:size, :], scaled[size:len(scaled), :]
x_train, y_train = windows(train, 3)
x_test, y_test = windows(test, 3)
print(x_train.shape, y_train.shape, x_test.shape, x_train.dtype)
model = Sequential()
model.add(Input(shape=(3,)))
model.add(Dense(12, activation='relu'))
model.add(Dense(1))
model.compile(loss='mean_squared_error', optimizer='adam')
model.fit(x_train, y_train, epochs=20, batch_size=2, verbose=0)
guess = scaler.inverse_transform(model.predict(x_test, verbose=0))
truth = scaler.inverse_transform([y_test])
print(guess.shape, truth.shape, truth.dtype)
print('RMSE below 200:', math.sqrt(mean_squared_error(truth[0], guess[:, 0])) < 200)
plot = np.empty_like(scaled)
plot[:, :] = np.nan
plot[len(scaled) - len(guess) - 1:len(scaled) - 1, :] = guess
print(int(np.isnan(plot).sum()), plot.shape)
