"""keras.wrappers.scikit_learn as it was: a function that builds a model, behind fit, predict and score."""
import numpy as np


class _Wrapper:
    _FIT = ('batch_size', 'epochs', 'nb_epoch', 'verbose', 'callbacks', 'validation_split', 'validation_data', 'shuffle',
            'class_weight', 'sample_weight', 'initial_epoch', 'steps_per_epoch')
    _PREDICT = ('batch_size', 'verbose')

    def __init__(self, build_fn=None, **sk_params):
        self.build_fn = build_fn
        self.sk_params = sk_params

    def get_params(self, deep=True):
        return dict(self.sk_params, build_fn=self.build_fn)

    def set_params(self, **params):
        self.build_fn = params.pop('build_fn', self.build_fn)
        self.sk_params.update(params)
        return self

    def _chosen(self, names, given):
        chosen = {name: self.sk_params[name] for name in names if name in self.sk_params}
        chosen.update(given)
        return chosen

    def _build(self):
        known = self._FIT + self._PREDICT
        return self.build_fn(**{key: value for key, value in self.sk_params.items() if key not in known})

    def fit(self, x, y, **kwargs):
        self.model = self._build()
        self.history = self.model.fit(x, y, **self._chosen(self._FIT, kwargs))
        return self.history


class KerasClassifier(_Wrapper):
    def fit(self, x, y, **kwargs):
        y = np.array(y)
        if len(y.shape) == 2 and y.shape[1] > 1:
            self.classes_ = np.arange(y.shape[1])
        else:
            self.classes_ = np.unique(y)
            y = np.searchsorted(self.classes_, y)
        self.n_classes_ = len(self.classes_)
        self.model = self._build()
        if str(getattr(self.model, 'loss', '')) == 'categorical_crossentropy' and len(y.shape) != 2:
            from keras.utils import to_categorical
            y = to_categorical(y)
        self.history = self.model.fit(x, y, **self._chosen(self._FIT, kwargs))
        return self.history

    def predict_proba(self, x, **kwargs):
        found = self.model.predict(x, **self._chosen(self._PREDICT, kwargs))
        return np.hstack([1 - found, found]) if found.shape[1] == 1 else found

    def predict(self, x, **kwargs):
        return self.classes_[self.predict_proba(x, **kwargs).argmax(axis=-1)]

    def score(self, x, y, **kwargs):
        y = np.array(y)
        if len(y.shape) == 2 and y.shape[1] > 1:
            y = y.argmax(axis=-1)
        return float(np.mean(self.predict(x, **kwargs) == y.reshape(-1)))


class KerasRegressor(_Wrapper):
    def predict(self, x, **kwargs):
        return np.squeeze(self.model.predict(x, **self._chosen(self._PREDICT, kwargs)), -1)

    def score(self, x, y, **kwargs):
        loss = self.model.evaluate(x, y, **self._chosen(self._PREDICT, kwargs))
        return -float(loss[0] if isinstance(loss, list) else loss)
