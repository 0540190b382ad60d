"""What keras.callbacks stands on: the base class, and the list of those that a fit calls."""


class Callback:
    """What fit calls while it trains: derive from it and define the methods that are wanted."""

    def __init__(self):
        self.params = None
        self._model = None

    @property
    def model(self):
        return self._model

    def set_params(self, params):
        self.params = params

    def set_model(self, model):
        self._model = model

    def on_batch_begin(self, batch, logs=None):
        pass

    def on_batch_end(self, batch, logs=None):
        pass

    def on_epoch_begin(self, epoch, logs=None):
        pass

    def on_epoch_end(self, epoch, logs=None):
        pass

    def on_train_batch_begin(self, batch, logs=None):
        self.on_batch_begin(batch, logs=logs)

    def on_train_batch_end(self, batch, logs=None):
        self.on_batch_end(batch, logs=logs)

    def on_test_batch_begin(self, batch, logs=None):
        pass

    def on_test_batch_end(self, batch, logs=None):
        pass

    def on_predict_batch_begin(self, batch, logs=None):
        pass

    def on_predict_batch_end(self, batch, logs=None):
        pass

    def on_train_begin(self, logs=None):
        pass

    def on_train_end(self, logs=None):
        pass

    def on_test_begin(self, logs=None):
        pass

    def on_test_end(self, logs=None):
        pass

    def on_predict_begin(self, logs=None):
        pass

    def on_predict_end(self, logs=None):
        pass


_BATCH_HOOKS = ('on_batch_begin', 'on_batch_end', 'on_train_batch_begin', 'on_train_batch_end', 'on_test_batch_begin',
                'on_test_batch_end', 'on_predict_batch_begin', 'on_predict_batch_end')


def _flatten(callbacks):
    if callbacks is None:
        return []
    if isinstance(callbacks, (list, tuple)):
        return [each for part in callbacks for each in _flatten(part)]
    return [callbacks]


class CallbackList(Callback):
    """Several callbacks as one."""

    def __init__(self, callbacks=None, add_history=False, add_progbar=False, model=None, **params):
        self.callbacks = _flatten(callbacks)
        self.set_model(model)
        self.set_params(params)
        # A hook at every batch costs a call; where nobody has one, nobody is asked.
        self.batch_hooks = any(self._overrides(callback) for callback in self.callbacks)

    @staticmethod
    def _overrides(callback):
        own = getattr(callback, '__dict__', {})
        return any(name in own or getattr(type(callback), name, None) is not getattr(Callback, name)
                   for name in _BATCH_HOOKS)

    def set_params(self, params):
        self.params = params
        for callback in self.callbacks:
            callback.set_params(params)

    def set_model(self, model):
        self._model = model
        for callback in self.callbacks:
            callback.set_model(model)

    def append(self, callback):
        self.callbacks.append(callback)

    def __len__(self):
        return len(self.callbacks)

    def __iter__(self):
        return iter(self.callbacks)

    def _call(self, name, *arguments, logs=None):
        logs = {} if logs is None else logs
        for callback in self.callbacks:
            getattr(callback, name)(*arguments, logs)

    def on_epoch_begin(self, epoch, logs=None):
        self._call('on_epoch_begin', epoch, logs=logs)

    def on_epoch_end(self, epoch, logs=None):
        self._call('on_epoch_end', epoch, logs=logs)

    def on_train_batch_begin(self, batch, logs=None):
        self._call('on_train_batch_begin', batch, logs=logs)

    def on_train_batch_end(self, batch, logs=None):
        self._call('on_train_batch_end', batch, logs=logs)

    def on_test_batch_begin(self, batch, logs=None):
        self._call('on_test_batch_begin', batch, logs=logs)

    def on_test_batch_end(self, batch, logs=None):
        self._call('on_test_batch_end', batch, logs=logs)

    def on_predict_batch_begin(self, batch, logs=None):
        self._call('on_predict_batch_begin', batch, logs=logs)

    def on_predict_batch_end(self, batch, logs=None):
        self._call('on_predict_batch_end', batch, logs=logs)

    def on_train_begin(self, logs=None):
        self._call('on_train_begin', logs=logs)

    def on_train_end(self, logs=None):
        self._call('on_train_end', logs=logs)

    def on_test_begin(self, logs=None):
        self._call('on_test_begin', logs=logs)

    def on_test_end(self, logs=None):
        self._call('on_test_end', logs=logs)

    def on_predict_begin(self, logs=None):
        self._call('on_predict_begin', logs=logs)

    def on_predict_end(self, logs=None):
        self._call('on_predict_end', logs=logs)


class ProgbarLogger(Callback):
    """Accepted: fit shows its progress by itself."""
