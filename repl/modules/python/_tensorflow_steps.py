"""The rarer steps of tf.data's pipelines."""
import numpy as np
import _tensorflow_errors as _errors
from _tensorflow_element import _arrays, _call, _join, _map, _tensors
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

    def window(self, size, shift=None, stride=1, drop_remainder=False, name=None):
        step = size if shift is None else shift

        def part(items):
            return self._new(lambda: iter(items), len(items), "_VariantDataset")

        def make():
            held = []
            reach = (size - 1) * stride + 1
            skip = 0
            for element in self._make():
                if skip:
                    skip -= 1
                    continue
                held.append(element)
                if len(held) == max(reach, step):
                    yield self._window(held[:reach:stride], part)
                    held = held[step:]
                elif len(held) > reach and len(held) >= step:
                    held = held[step:]
            while held and not drop_remainder:
                yield self._window(held[:reach:stride], part)
                held = held[step:]
        known = self._count if self._count < 0 else self._windows(size, step, stride, drop_remainder)
        return self._new(make, known, "_WindowDataset")

    def _windows(self, size, step, stride, drop_remainder):
        reach = (size - 1) * stride + 1
        if drop_remainder:
            return max((self._count - reach) // step + 1, 0) if self._count >= reach else 0
        return -(-self._count // step)

    @staticmethod
    def _window(items, part):
        first = items[0]
        if isinstance(first, tuple):
            return tuple(part([item[place] for item in items]) for place in range(len(first)))
        if isinstance(first, dict):
            return {key: part([item[key] for item in items]) for key in first}
        return part(items)

    def reduce(self, initial_state, reduce_func, name=None):
        state = _tensors(_arrays(initial_state))
        for element in self:
            made = reduce_func(state, element)
            before, after = [], []
            _map(before.append, state)
            _map(after.append, tuple(made) if isinstance(made, list) else made)
            if len(before) != len(after):
                raise _errors.said_by(
                    _errors.InvalidArgumentError, "ReduceDataset", "The number of components of the initial state and "
                    f"the reduce function output does not match. (initial_state={len(before)}, output={len(after)}).",
                    f"_Targuments_0_Tstate_{len(before)}_output_types_{len(before)}")
            state = made
        return state if isinstance(state, (tuple, list, dict)) else _constant(state)
