"""Callbacks that write files while a model trains."""
import os

from _keras_arguments import checked
from _keras_callback_base import Callback


class CSVLogger(Callback):
    """Writes a line of numbers an epoch."""

    def __init__(self, filename, separator=',', append=False):
        super().__init__()
        self.sep = separator
        self.filename = os.fspath(filename)
        self.append = append
        self.keys = None
        self.append_header = True
        self.csv_file = None
        self.writer = None

    def on_train_begin(self, logs=None):
        if self.append and os.path.exists(self.filename):
            with open(self.filename) as file:
                self.append_header = not file.readline()
        if self.csv_file and not self.csv_file.closed:
            self.csv_file.close()
        self.csv_file = open(self.filename, 'a' if self.append else 'w', newline='')
        self.writer = None
        self.keys = None

    def on_epoch_end(self, epoch, logs=None):
        logs = logs or {}
        if self.keys is None:
            self.keys = sorted(logs.keys())
            if self.keys and not any(key.startswith('val_') for key in self.keys):
                self.keys.extend([f'val_{key}' for key in self.keys])
        if self.writer is None:
            import csv
            self.writer = csv.writer(self.csv_file, delimiter=self.sep)
            if self.append_header:
                self.writer.writerow(['epoch'] + self.keys)
        self.writer.writerow([epoch] + [logs.get(key, 'NA') for key in self.keys])
        self.csv_file.flush()

    def on_train_end(self, logs=None):
        if self.csv_file and not self.csv_file.closed:
            self.csv_file.close()
        self.writer = None


class BackupAndRestore(Callback):
    """Writes the state of training down, so that a fit that was cut short goes on where it was."""

    def __init__(self, backup_dir, save_freq='epoch', double_checkpoint=False, delete_checkpoint=True):
        super().__init__()
        if not backup_dir:
            raise ValueError('Empty `backup_dir` argument passed')
        if save_freq != 'epoch' and not isinstance(save_freq, int):
            raise ValueError(f"Invalid value for argument `save_freq`. Received: save_freq={save_freq}. Expected either "
                             "'epoch' or an integer value.")
        self.save_freq = save_freq
        self.backup_dir = os.fspath(backup_dir)
        self.double_checkpoint = double_checkpoint
        self.delete_checkpoint = delete_checkpoint
        self._weights_path = os.path.join(self.backup_dir, 'latest.weights.h5')
        self._metadata_path = os.path.join(self.backup_dir, 'training_metadata.json')
        self._epoch = self._last_batch = self._unsaved = 0

    def set_model(self, model):
        super().set_model(model)
        if not model.built:
            raise ValueError('To use the BackupAndRestore callback, you model must be built before you call `fit()`. Model '
                             f'{self.model} is unbuilt. You can build it beforehand by calling it on a batch of data.')
        try:
            self._restore()
        except OSError:
            # The last files may be cut short: those before them are taken.
            if not os.path.exists(self._weights_path + '.bkp'):
                raise
            import shutil
            for path in (self._weights_path, self._metadata_path):
                if os.path.exists(path + '.bkp'):
                    shutil.copyfile(path + '.bkp', path)
                elif os.path.exists(path):
                    os.remove(path)
            self._restore()

    def _restore(self):
        import json
        if os.path.exists(self._weights_path):
            import _keras_files
            # In Keras fit has built the optimizer before callbacks begin; a file's part for it has a place then.
            _keras_files.optimizer_build(self.model, self.model.optimizer)
            self.model.load_weights(self._weights_path)
        if os.path.exists(self._metadata_path):
            with open(self._metadata_path) as file:
                self.model._initial_epoch = json.load(file)['epoch']

    def on_epoch_end(self, epoch, logs=None):
        self._epoch = epoch + 1
        self._last_batch = 0
        if self.save_freq == 'epoch':
            self._save()

    def on_train_batch_end(self, batch, logs=None):
        if self.save_freq == 'epoch':
            return
        self._unsaved += batch + 1 if batch <= self._last_batch else batch - self._last_batch
        self._last_batch = batch
        if self._unsaved >= self.save_freq:
            self._unsaved = 0
            self._save()

    def _save(self):
        import json
        os.makedirs(self.backup_dir, exist_ok=True)
        if self.double_checkpoint:
            import shutil
            for path in (self._weights_path, self._metadata_path):
                if os.path.exists(path):
                    shutil.copyfile(path, path + '.bkp')
        self.model.save_weights(self._weights_path, overwrite=True)
        with open(self._metadata_path, 'w') as file:
            json.dump({'epoch': self._epoch, 'batch': self._last_batch}, file)

    def on_train_end(self, logs=None):
        if self.delete_checkpoint and os.path.exists(self.backup_dir):
            import shutil
            shutil.rmtree(self.backup_dir)


@checked("callbacks")
class TensorBoard(Callback):
    """Writes the numbers of each epoch where TensorBoard finds them."""

    def __init__(self, log_dir='logs', histogram_freq=0, write_graph=True, write_images=False, write_steps_per_second=False,
                 update_freq='epoch', profile_batch=0, embeddings_freq=0, embeddings_metadata=None, **old):
        super().__init__()
        for name in ('batch_size', 'write_grads', 'embeddings_layer_names', 'embeddings_data'):
            old.pop(name, None)  # of older Kerases, without effect today
        if old:
            raise TypeError(f"TensorBoard.__init__() got an unexpected keyword argument '{list(old)[0]}'")
        for name, value in (('histogram_freq', histogram_freq), ('write_images', write_images),
                            ('write_steps_per_second', write_steps_per_second), ('embeddings_freq', embeddings_freq)):
            if value:
                raise NotImplementedError(f'TensorBoard({name}=) is not there yet: only the numbers of epochs are written')
        if update_freq != 'epoch':
            raise NotImplementedError("TensorBoard(update_freq=) is not there yet: only update_freq='epoch'")
        self.log_dir = os.fspath(log_dir)
        self.update_freq = update_freq
        self._writers = {}

    def on_train_begin(self, logs=None):
        self._writers = {}

    def _write(self, which, step, numbers):
        if not numbers:
            return
        from _keras_events import EventWriter
        if which not in self._writers:
            self._writers[which] = EventWriter(os.path.join(self.log_dir, which))
        for name, value in numbers.items():
            self._writers[which].scalar(name, float(value), step)
        self._writers[which].flush()

    def on_epoch_end(self, epoch, logs=None):
        logs = dict(logs or {})
        train = {'epoch_' + name: value for name, value in logs.items() if not name.startswith('val_')}
        rate = getattr(self.model.optimizer, 'learning_rate', None)
        if rate is not None and 'epoch_learning_rate' not in train:
            train['epoch_learning_rate'] = float(rate)
        self._write('train', epoch, train)
        self._write('validation', epoch, {'epoch_' + name[4:]: value for name, value in logs.items()
                                          if name.startswith('val_')})

    def on_train_end(self, logs=None):
        for writer in self._writers.values():
            writer.close()
        self._writers = {}
