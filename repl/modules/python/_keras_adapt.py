"""What the adapt() of layers takes: an array, a tensor, or a dataset, generator or PyDataset of batches."""
import numpy as np

from _keras import array, is_tensor


def whole(data, steps=None):
    """The data of adapt() as one array: batches one behind the other, single elements as the rows of a batch."""
    if is_tensor(data):
        return np.asarray(array(data))
    if not hasattr(data, "as_numpy_iterator") and not hasattr(data, "__next__"):
        if not hasattr(data, "num_batches"):
            return data
        data = (data[i] for i in range(data.num_batches))
    parts = []
    for at, part in enumerate(data):
        if steps is not None and at >= steps:
            break
        if isinstance(part, (list, tuple)):
            raise TypeError("adapt() takes a dataset of one tensor an element. Received elements of "
                            f"{len(part)}: dataset.map(lambda x, y: x) leaves the first")
        parts.append(np.asarray(array(part) if is_tensor(part) else part))
    if not parts:
        return np.zeros((0,), dtype="float32")
    samples = parts[0].ndim < 2 and all(part.shape == parts[0].shape for part in parts)  # nobody has put them into batches
    return np.stack(parts) if samples else np.concatenate([np.atleast_1d(part) for part in parts])
