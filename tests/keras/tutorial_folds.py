# masked: networks trained on folds, scores gathered, a table of right and wrong.
import numpy as np
import keras
from keras import layers
from sklearn.datasets import make_classification
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import LabelEncoder, StandardScaler

X, y = make_classification(n_samples=150, n_features=6, n_informative=4, n_classes=3, n_clusters_per_class=1,
                           class_sep=2.0, random_state=5)
names = np.array(['red', 'green', 'blue'])[y]
encoder = LabelEncoder()
codes = encoder.fit_transform(names)
Y = keras.utils.to_categorical(codes)
print(encoder.classes_, codes[:6], Y[0], Y.dtype)
scores, guessed = [], np.zeros(len(y), dtype=int)
for fold, (train, test) in enumerate(StratifiedKFold(n_splits=3, shuffle=True, random_state=7).split(X, codes), 1):
    keras.utils.set_random_seed(fold)
    scaler = StandardScaler().fit(X[train])
    model = keras.Sequential([layers.Input((6,)), layers.Dense(12, activation='relu'), layers.Dense(3, activation='softmax')])
    model.compile('adam', 'categorical_crossentropy', metrics=['accuracy'])
    model.fit(scaler.transform(X[train]), Y[train], epochs=40, batch_size=10, verbose=0)
    scores.append(model.evaluate(scaler.transform(X[test]), Y[test], verbose=0)[1])
    guessed[test] = np.argmax(model.predict(scaler.transform(X[test]), verbose=0), axis=1)
    print('fold', fold, len(train), len(test), scores[-1] > 0.5)
print('mean above 0.7:', np.mean(scores) > 0.7, accuracy_score(codes, guessed) > 0.7)
print(confusion_matrix(codes, guessed).sum(axis=1), encoder.inverse_transform([0, 2]))
