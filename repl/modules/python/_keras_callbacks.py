"""keras.callbacks: what fit, evaluate and predict call while they run.

The names, arguments and printed texts are Keras 3.15's.
"""
import os
import warnings

import numpy as np

from _keras_arguments import checked
from _keras_callback_base import Callback, CallbackList, ProgbarLogger
from _keras_callbacks_files import BackupAndRestore, CSVLogger, TensorBoard

# Metrics of which more is better; of all others less is.
_RISING = ('accuracy', 'acc', 'auc', 'precision', 'recall', 'f1_score', 'fbeta_score', 'r2_score', 'iou', 'mean_io_u',
           'binary_accuracy', 'categorical_accuracy', 'sparse_categorical_accuracy', 'top_k_categorical_accuracy',
           'sparse_top_k_categorical_accuracy', 'cosine_similarity', 'binary_io_u', 'one_hot_io_u', 'one_hot_mean_io_u',
           'precision_at_recall', 'recall_at_precision', 'sensitivity_at_specificity', 'specificity_at_sensitivity',
           'true_positives', 'true_negatives')
_FALLING = ('loss', 'mse', 'mae', 'mape', 'msle', 'mean_squared_error', 'mean_absolute_error', 'root_mean_squared_error',
            'mean_absolute_percentage_error', 'mean_squared_logarithmic_error', 'binary_crossentropy',
            'categorical_crossentropy', 'sparse_categorical_crossentropy', 'kl_divergence', 'poisson', 'hinge',
            'squared_hinge', 'categorical_hinge', 'logcosh', 'log_cosh_error', 'false_positives', 'false_negatives')


def _plain_name(name):
    """accuracy_1 and dense_accuracy are named after accuracy."""
    head, _, tail = name.rpartition('_')
    if head and tail.isdigit():
        name = head
    for known in _RISING + _FALLING:
        if name == known or name.endswith('_' + known):
            return known
    return name


def _logged(logs, name):
    """A number of logs by its name, or by the one that it has today (val_acc where val_accuracy was asked for)."""
    value = logs.get(name)
    if value is None and 'acc' in name:
        from _keras_old import history_key
        value = logs.get(history_key(name))
    return value


class MonitorCallback(Callback):
    """A callback that watches one number."""

    def __init__(self, monitor='val_loss', mode='auto', baseline=None, min_delta=0):
        super().__init__()
        if mode not in ('auto', 'min', 'max'):
            warnings.warn(f"{self.__class__.__name__} mode '{mode}' is unknown, fallback to auto mode.", stacklevel=2)
            mode = 'auto'
        self.monitor = monitor
        self.mode = mode
        self.best = baseline
        self.min_delta = abs(min_delta)
        self.monitor_op = None

    def _set_monitor_op(self):
        name = _plain_name(self.monitor[4:] if self.monitor.startswith('val_') else self.monitor)
        if self.mode == 'min' or (self.mode == 'auto' and name in _FALLING):
            self.monitor_op = np.less
            self.min_delta *= -1
        elif self.mode == 'max' or name in _RISING:
            self.monitor_op = np.greater
        else:
            raise ValueError(
                f"{self.__class__.__name__} callback received monitor={self.monitor}, but Keras isn't able to "
                "automatically determine whether that metric should be maximized or minimized. Pass `mode='max'` in "
                "order to monitor based on the highest metric value, or pass `mode='min'` in order to use the lowest "
                "value.")

    def _is_improvement(self, monitor_value, reference_value):
        if reference_value is None:
            return True
        return bool(self.monitor_op(monitor_value - self.min_delta, reference_value))


class EarlyStopping(MonitorCallback):
    """Ends fit when a number has stopped getting better."""

    def __init__(self, monitor='val_loss', min_delta=0, patience=0, verbose=0, mode='auto', baseline=None,
                 restore_best_weights=False, start_from_epoch=0):
        super().__init__(monitor, mode, min_delta=min_delta)
        self.patience = patience
        self.verbose = verbose
        self.baseline = baseline
        self.wait = 0
        self.stopped_epoch = 0
        self.restore_best_weights = restore_best_weights
        self.best_weights = None
        self.start_from_epoch = start_from_epoch

    def on_train_begin(self, logs=None):
        self.wait = 0
        self.stopped_epoch = 0
        self.best = None
        self.best_weights = None
        self.best_epoch = 0

    def on_epoch_end(self, epoch, logs=None):
        if self.monitor_op is None:
            self._set_monitor_op()
        current = self.get_monitor_value(logs)
        if current is None or epoch < self.start_from_epoch:
            return
        if self.restore_best_weights and self.best_weights is None:
            self.best_weights = self.model.get_weights()
            self.best_epoch = epoch
        self.wait += 1
        if self._is_improvement(current, self.best):
            self.best = current
            self.best_epoch = epoch
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()
            if self.baseline is None or self._is_improvement(current, self.baseline):
                self.wait = 0
            return
        if self.wait >= self.patience and epoch > 0:
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.stopped_epoch > 0 and self.verbose > 0:
            print(f'Epoch {self.stopped_epoch + 1}: early stopping')
        if self.restore_best_weights and self.best_weights is not None:
            if self.verbose > 0:
                print(f'Restoring model weights from the end of the best epoch: {self.best_epoch + 1}.')
            self.model.set_weights(self.best_weights)

    def get_monitor_value(self, logs):
        logs = logs or {}
        value = _logged(logs, self.monitor)
        if value is None:
            warnings.warn(f"Early stopping conditioned on metric `{self.monitor}` which is not available. "
                          f"Available metrics are: {','.join(list(logs.keys()))}", stacklevel=2)
        return value


@checked("callbacks")
class ModelCheckpoint(MonitorCallback):
    """Saves the model or its weights while it trains."""

    def __init__(self, filepath, monitor='val_loss', verbose=0, save_best_only=False, save_weights_only=False, mode='auto',
                 save_freq='epoch', initial_value_threshold=None, **old):
        if old.pop('period', 1) != 1:
            raise NotImplementedError("ModelCheckpoint(period=) is not there: use save_freq=, a number of batches")
        if old:
            raise TypeError(f"ModelCheckpoint.__init__() got an unexpected keyword argument '{list(old)[0]}'")
        super().__init__(monitor, mode, initial_value_threshold)
        self.verbose = verbose
        self.filepath = os.fspath(filepath)
        self.save_best_only = save_best_only
        self.save_weights_only = save_weights_only
        self.save_freq = save_freq
        self._batches_seen = 0
        self._last_batch = None
        self._current_epoch = 0
        if save_freq != 'epoch' and not isinstance(save_freq, int):
            raise ValueError(f"Unrecognized save_freq: {save_freq}. Expected save_freq are 'epoch' or integer values")
        if save_weights_only:
            if not self.filepath.endswith(('.weights.h5', '.h5', '.hdf5')):
                raise ValueError('When using `save_weights_only=True` in `ModelCheckpoint`, the filepath provided must end '
                                 f'in `.weights.h5` (Keras weights format). Received: filepath={self.filepath}')
        elif not self.filepath.endswith(('.keras', '.h5', '.hdf5')):
            raise ValueError('The filepath provided must end in `.keras` (Keras model format). '
                             f'Received: filepath={self.filepath}')

    def on_train_batch_end(self, batch, logs=None):
        if self.save_freq == 'epoch':
            return
        fresh = self._last_batch is None or batch <= self._last_batch
        self._batches_seen += batch + 1 if fresh else batch - self._last_batch
        self._last_batch = batch
        if self._batches_seen >= self.save_freq:
            self._batches_seen = 0
            self._save_model(self._current_epoch, batch, logs)

    def on_epoch_begin(self, epoch, logs=None):
        self._current_epoch = epoch

    def on_epoch_end(self, epoch, logs=None):
        if self.monitor_op is None:
            self._set_monitor_op()
        if self.save_freq == 'epoch':
            self._save_model(epoch, None, logs)

    def _should_save(self, epoch, logs, filepath):
        if not self.save_best_only:
            if self.verbose > 0:
                print(f'\nEpoch {epoch + 1}: saving model to {filepath}')
            return True
        current = _logged(logs, self.monitor)
        if current is None:
            warnings.warn(f'Can save best model only with {self.monitor} available.', stacklevel=2)
            return True
        best = 'None' if self.best is None else f'{self.best:.5f}'
        if self._is_improvement(current, self.best):
            if self.verbose > 0:
                print(f'\nEpoch {epoch + 1}: {self.monitor} improved from {best} to {current:.5f}, '
                      f'saving model to {filepath}')
            self.best = current
            return True
        if self.verbose > 0:
            print(f'\nEpoch {epoch + 1}: {self.monitor} did not improve from {best}')
        return False

    def _save_model(self, epoch, batch, logs):
        logs = logs or {}
        if self.monitor_op is None:
            self._set_monitor_op()
        filepath = self._get_file_path(epoch, batch, logs)
        if not self._should_save(epoch, logs, filepath):
            return
        folder = os.path.dirname(filepath)
        if folder and not os.path.exists(folder):
            os.makedirs(folder)
        if self.save_weights_only:
            self.model.save_weights(filepath, overwrite=True)
        else:
            self.model.save(filepath, overwrite=True)
        if self.verbose > 0:
            print(f'\nEpoch {epoch + 1}: finished saving model to {filepath}')

    def _get_file_path(self, epoch, batch, logs):
        try:
            if batch is None or 'batch' in logs:
                return self.filepath.format(epoch=epoch + 1, **logs)
            return self.filepath.format(epoch=epoch + 1, batch=batch + 1, **logs)
        except KeyError as e:
            raise KeyError(f'Failed to format this callback filepath: "{self.filepath}". Reason: {e}')


class ReduceLROnPlateau(MonitorCallback):
    """Makes the learning rate smaller when a number has stopped getting better."""

    def __init__(self, monitor='val_loss', factor=0.1, patience=10, verbose=0, mode='auto', min_delta=1e-4, cooldown=0,
                 min_lr=0.0, **kwargs):
        super().__init__(monitor, mode, min_delta=min_delta)
        if factor >= 1.0:
            raise ValueError(f'ReduceLROnPlateau does not support a factor >= 1.0. Received factor={factor}')
        self.factor = factor
        self.min_lr = min_lr
        self.patience = patience
        self.verbose = verbose
        self.cooldown = cooldown
        self.cooldown_counter = 0
        self.wait = 0

    def on_train_begin(self, logs=None):
        self.best = None
        self.cooldown_counter = 0
        self.wait = 0

    def on_epoch_end(self, epoch, logs=None):
        if self.monitor_op is None:
            self._set_monitor_op()
        logs = {} if logs is None else logs
        logs['learning_rate'] = float(self.model.optimizer.learning_rate)
        current = _logged(logs, self.monitor)
        if current is None:
            warnings.warn(f'Learning rate reduction is conditioned on metric `{self.monitor}` which is not available. '
                          f"Available metrics are: {','.join(list(logs.keys()))}.", stacklevel=2)
            return
        if self.in_cooldown():
            self.cooldown_counter -= 1
            self.wait = 0
        if self._is_improvement(current, self.best):
            self.best = current
            self.wait = 0
        elif not self.in_cooldown():
            self.wait += 1
            if self.wait >= self.patience and self._reduce(epoch):
                self.cooldown_counter = self.cooldown
                self.wait = 0

    def _reduce(self, epoch):
        old = float(self.model.optimizer.learning_rate)
        if old <= np.float32(self.min_lr):
            return False
        new = max(old * self.factor, self.min_lr)
        self.model.optimizer.learning_rate = new
        if self.verbose > 0:
            print(f'\nEpoch {epoch + 1}: ReduceLROnPlateau reducing learning rate to {new}.')
        return True

    def in_cooldown(self):
        return self.cooldown_counter > 0


class LearningRateScheduler(Callback):
    """Sets the learning rate of each epoch by a function of the epoch and the rate before."""

    def __init__(self, schedule, verbose=0):
        super().__init__()
        self.schedule = schedule
        self.verbose = verbose

    def on_epoch_begin(self, epoch, logs=None):
        optimizer = self.model.optimizer
        if not hasattr(optimizer, 'learning_rate'):
            raise ValueError('Optimizer must have a "learning_rate" attribute.')
        try:
            rate = self.schedule(epoch, float(optimizer.learning_rate))
        except TypeError:
            rate = self.schedule(epoch)  # Keras 1's schedules take the epoch alone
        if not isinstance(rate, (float, np.float32, np.float64)):
            raise ValueError(f'The output of the `schedule` function should be a float. Got: {rate}')
        optimizer.learning_rate = rate
        if self.verbose > 0:
            print(f'\nEpoch {epoch + 1}: LearningRateScheduler setting learning rate to {rate}.')

    def on_epoch_end(self, epoch, logs=None):
        if logs is not None:
            logs['learning_rate'] = float(self.model.optimizer.learning_rate)


class LambdaCallback(Callback):
    """A callback made of functions."""

    def __init__(self, on_epoch_begin=None, on_epoch_end=None, on_train_begin=None, on_train_end=None,
                 on_train_batch_begin=None, on_train_batch_end=None, **kwargs):
        super().__init__()
        self.__dict__.update(kwargs)
        if on_epoch_begin is not None:
            self.on_epoch_begin = on_epoch_begin
        if on_epoch_end is not None:
            self.on_epoch_end = on_epoch_end
        if on_train_begin is not None:
            self.on_train_begin = on_train_begin
        if on_train_end is not None:
            self.on_train_end = on_train_end
        if on_train_batch_begin is not None:
            self.on_train_batch_begin = on_train_batch_begin
        if on_train_batch_end is not None:
            self.on_train_batch_end = on_train_batch_end


class TerminateOnNaN(Callback):
    """Ends fit when the loss is no number any more."""

    def __init__(self, raise_error=False):
        super().__init__()
        self.raise_error = raise_error

    def on_batch_end(self, batch, logs=None):
        loss = (logs or {}).get('loss')
        if loss is None or not (np.isnan(loss) or np.isinf(loss)):
            return
        if self.raise_error:
            raise RuntimeError(f'NaN or Inf loss encountered at batch {batch}. Loss value: {loss}. '
                               'Terminating training immediately.')
        print(f'Batch {batch}: Invalid loss, terminating training')
        self.model.stop_training = True
