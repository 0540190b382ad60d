"""keras.utils.PyDataset, once Sequence: data of the user's own, batch by batch."""


class PyDataset:
    """Derive from it and define __len__ (the number of batches) and __getitem__ (a batch by its number)."""

    def __init__(self, workers=1, use_multiprocessing=False, max_queue_size=10):
        self.workers = workers
        self.use_multiprocessing = use_multiprocessing
        self.max_queue_size = max_queue_size

    def __getitem__(self, index):
        raise NotImplementedError

    @property
    def num_batches(self):
        if type(self).__len__ is PyDataset.__len__:
            raise NotImplementedError
        return len(self)

    def __len__(self):
        return self.num_batches

    def on_epoch_begin(self):
        pass

    def on_epoch_end(self):
        pass


Sequence = PyDataset
