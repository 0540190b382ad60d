"""The rarer steps of tf.data's pipelines."""
import numpy as np
from _tensorflow_element import _arrays, _call, _join, _tensors
from tensorflow import constant as _constant


class RarerSteps:
    """Part of tf.data.Dataset."""

    def ragged_batch(self, batch_size, drop_remainder=False, row_splits_dtype="int64", name=None):
        raise NotImplementedError("Dataset.ragged_batch() is not there: padded_batch() makes rows of one length")

    def bucket_by_sequence_length(self, element_length_func, bucket_boundaries, bucket_batch_sizes, padded_shapes=None,
                                  padding_values=None, pad_to_bucket_boundary=False, no_padding=False, drop_remainder=False,
                                  name=None):
        from _tensorflow_readers import padded
        if len(bucket_batch_sizes) != len(bucket_boundaries) + 1:
            raise ValueError("`len(bucket_batch_sizes)` must equal `len(bucket_boundaries) + 1` but "
                             "`len(bucket_batch_sizes)="
                             f"{len(bucket_batch_sizes)}` and `len(bucket_boundaries)={len(bucket_boundaries)}`.")
        if pad_to_bucket_boundary:
            raise NotImplementedError("bucket_by_sequence_length(pad_to_bucket_boundary=True) is not there: "
                                      "padded_shapes= gives lengths")

        def make():
            held = [[] for _ in bucket_batch_sizes]
            for element in self._make():
                length = int(_call(element_length_func, element))
                place = sum(length >= boundary for boundary in bucket_boundaries)
                held[place].append(element)
                if len(held[place]) == bucket_batch_sizes[place]:
                    yield _join(held[place]) if no_padding else padded(held[place], padded_shapes, padding_values)
                    held[place] = []
            for part in held:
                if part and not drop_remainder:
                    yield _join(part) if no_padding else padded(part, padded_shapes, padding_values)
        return self._new(make, -2, "_GroupByWindowDataset")

    def scan(self, initial_state, scan_func, name=None):
        def make():
            state = _tensors(_arrays(initial_state))
            for element in self._make():
                state, made = scan_func(state, _tensors(element))
                yield _arrays(made)
        return self._new(make, self._count, "_ScanDataset")

    def take_while(self, predicate, name=None):
        def make():
            for element in self._make():
                if not bool(_call(predicate, element)):
                    return
                yield element
        return self._same(make, -2, "_TakeWhileDataset")

    def ignore_errors(self, log_warning=False, name=None):
        raise NotImplementedError("Dataset.ignore_errors() is not there")

    def rejection_resample(self, class_func, target_dist, initial_dist=None, seed=None, name=None):
        raise NotImplementedError("Dataset.rejection_resample() is not there: class_weight= in fit() has the same aim")

    def group_by_window(self, key_func, reduce_func, window_size=None, window_size_func=None, name=None):
        def make():
            held = {}
            for element in self._make():
                key = int(_call(key_func, element))
                held.setdefault(key, []).append(element)
                size = window_size if window_size is not None else int(window_size_func(_constant(key)))
                if len(held[key]) == size:
                    items = held.pop(key)
                    yield from self._group(reduce_func, key, items)
            for key, items in held.items():
                yield from self._group(reduce_func, key, items)
        return self._new(make, -2, "_GroupByWindowDataset")

    def _group(self, reduce_func, key, items):
        return reduce_func(_constant(np.asarray(key, dtype="int64")), self._same(lambda: iter(items), len(items)))._make()

    def save(self, path, compression=None, shard_func=None, checkpoint_args=None):
        raise NotImplementedError("Dataset.save() is not there: np.savez keeps arrays")
