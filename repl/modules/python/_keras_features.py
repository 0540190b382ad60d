"""keras.utils.FeatureSpace: columns of a table as numbers for a model. Source: keras/src/layers/preprocessing/feature_space.py."""
import keras
import _keras_ops as _k
import numpy as np
from _keras import array, dtype_of, is_symbolic, make
from keras import layers


class Cross:
    """Columns of which every combination of values is hashed."""

    def __init__(self, feature_names, crossing_dim, output_mode="one_hot"):
        if output_mode not in ("int", "one_hot"):
            raise ValueError("Invalid value for argument `output_mode`. Expected one of {'int', 'one_hot'}. "
                             f"Received: output_mode={output_mode}")
        self.feature_names = tuple(feature_names)
        self.crossing_dim = crossing_dim
        self.output_mode = output_mode

    @property
    def name(self):
        return "_X_".join(self.feature_names)


class Feature:
    """One column: its dtype, the layer that makes numbers of it, and how they are encoded."""

    def __init__(self, dtype, preprocessor, output_mode):
        if output_mode not in ("int", "one_hot", "float"):
            raise ValueError("Invalid value for argument `output_mode`. Expected one of {'int', 'one_hot', 'float'}. "
                             f"Received: output_mode={output_mode}")
        self.dtype = dtype
        self.preprocessor = preprocessor
        self.output_mode = output_mode


def _named(name):
    return None if name is None else f"{name}_preprocessor"


def _same(x):
    return x


class FeatureSpace:
    """A table's columns, each with its way to become numbers: adapt() learns them from data, a call applies them."""
    __module__ = "keras.src.layers.preprocessing.feature_space"

    @classmethod
    def cross(cls, feature_names, crossing_dim, output_mode="one_hot"):
        return Cross(feature_names, crossing_dim, output_mode=output_mode)

    @classmethod
    def feature(cls, dtype, preprocessor, output_mode):
        return Feature(dtype, preprocessor, output_mode)

    @classmethod
    def float(cls, name=None):
        return cls.feature("float32", _same, "float")

    @classmethod
    def float_rescaled(cls, scale=1.0, offset=0.0, name=None):
        return cls.feature("float32", layers.Rescaling(scale=scale, offset=offset), "float")

    @classmethod
    def float_normalized(cls, name=None):
        return cls.feature("float32", layers.Normalization(axis=-1, name=_named(name)), "float")

    @classmethod
    def float_discretized(cls, num_bins, bin_boundaries=None, output_mode="one_hot", name=None):
        return cls.feature("float32", layers.Discretization(num_bins=num_bins if bin_boundaries is None else None,
                                                            bin_boundaries=bin_boundaries, name=_named(name)), output_mode)

    @classmethod
    def integer_categorical(cls, max_tokens=None, num_oov_indices=1, output_mode="one_hot", name=None):
        return cls.feature("int32", layers.IntegerLookup(name=_named(name), max_tokens=max_tokens,
                                                         num_oov_indices=num_oov_indices), output_mode)

    @classmethod
    def string_categorical(cls, max_tokens=None, num_oov_indices=1, output_mode="one_hot", name=None):
        return cls.feature("string", layers.StringLookup(name=_named(name), max_tokens=max_tokens,
                                                         num_oov_indices=num_oov_indices), output_mode)

    @classmethod
    def string_hashed(cls, num_bins, output_mode="one_hot", name=None):
        return cls.feature("string", layers.Hashing(num_bins, name=_named(name)), output_mode)

    @classmethod
    def integer_hashed(cls, num_bins, output_mode="one_hot", name=None):
        return cls.feature("int32", layers.Hashing(num_bins, name=_named(name)), output_mode)

    def __init__(self, features, output_mode="concat", crosses=None, crossing_dim=32, hashing_dim=32, num_discretization_bins=32,
                 name=None):
        if not features:
            raise ValueError("The `features` argument cannot be None or empty.")
        self.name = name or _k._auto_name("feature_space")
        self.crossing_dim, self.hashing_dim, self.num_discretization_bins = crossing_dim, hashing_dim, num_discretization_bins
        self.features = {key: self._standard(key, feature) for key, feature in features.items()}
        self.crosses = [self._crossed(cross) for cross in crosses or []]
        if output_mode not in ("dict", "concat"):
            raise ValueError("Invalid value for argument `output_mode`. Expected one of {'dict', 'concat'}. Received: "
                             f"output_mode={output_mode}")
        self.output_mode = output_mode
        self.inputs = {key: keras.Input((1,), dtype=feature.dtype, name=key) for key, feature in self.features.items()}
        self.preprocessors = {key: feature.preprocessor for key, feature in self.features.items()}
        self.crossers = {cross.name: layers.HashedCrossing(cross.crossing_dim, name=cross.name) for cross in self.crosses}
        self.one_hot_encoders = {}
        self.encoded_features = None
        self.built = self._is_adapted = False

    def _standard(self, name, feature):
        if isinstance(feature, Feature):
            return feature
        kinds = {"float": self.float, "float_normalized": self.float_normalized, "float_rescaled": self.float_rescaled,
                 "float_discretized": lambda name: self.float_discretized(self.num_discretization_bins, name=name),
                 "integer_categorical": self.integer_categorical, "string_categorical": self.string_categorical,
                 "integer_hashed": lambda name: self.integer_hashed(self.hashing_dim, name=name),
                 "string_hashed": lambda name: self.string_hashed(self.hashing_dim, name=name)}
        if feature not in kinds:
            raise ValueError(f"Invalid feature type: {feature}")
        return kinds[feature](name=name)

    def _crossed(self, cross):
        if isinstance(cross, Cross):
            return cross
        if any(key not in self.features for key in cross):
            raise ValueError("All features referenced in the `crosses` argument should be present in the `features` dict. "
                             f"Received unknown features: {cross}")
        return Cross(cross, crossing_dim=self.crossing_dim)

    def _adaptable(self):
        return [key for key, layer in self.preprocessors.items()
                if isinstance(layer, (layers.Normalization, layers.StringLookup, layers.IntegerLookup, layers.TextVectorization))
                or isinstance(layer, layers.Discretization) and layer.num_bins is not None]

    def adapt(self, dataset):
        import tensorflow as tf
        if isinstance(dataset, dict):
            dataset = tf.data.Dataset.from_tensor_slices(dataset)
        if not isinstance(dataset, tf.data.Dataset):
            raise ValueError("`adapt()` can only be called on a tf.data.Dataset or a dict of arrays/lists. Received instead: "
                             f"{dataset} (of type {type(dataset)})")
        wanted = self._adaptable()
        columns = {key: [] for key in wanted}
        for element in dataset:
            for key in wanted:
                columns[key].append(np.atleast_1d(array(element[key])))
        for key in wanted:
            values = np.concatenate(columns[key])
            self.preprocessors[key].adapt(values.reshape(-1, 1) if values.ndim == 1 else values)
        self._is_adapted = True
        self.built = True

    def _check(self):
        if not self._is_adapted and self._adaptable():
            raise ValueError("You need to call `.adapt(dataset)` on the FeatureSpace before you can start using it.")
        self.built = True

    def get_inputs(self):
        self._check()
        return self.inputs

    def get_encoded_features(self):
        """What a call gives, as tensors of a model: behind get_inputs() where a model can hold all layers."""
        self._check()
        if self.encoded_features is None:
            try:
                self.encoded_features = self._merged(self._numbers(self.inputs))
            except NotImplementedError:
                self.encoded_features = self._open_inputs()
        return self.encoded_features

    def _open_inputs(self):
        """Inputs for what a call on data gives, where no model holds the layers themselves."""
        blank = {"string": np.array([[""]]), "int32": np.array([[0]]), "float32": np.array([[0.0]])}
        made = self({key: make(blank[feature.dtype]) for key, feature in self.features.items()})
        if self.output_mode == "concat":
            return keras.Input((made.shape[-1],), name=self.name)
        return {key: keras.Input(tuple(each.shape[1:]), name=key) for key, each in made.items()}

    def _numbers(self, data):
        made = {key: self.preprocessors[key](data[key]) for key in data}
        crossed = {cross.name: self.crossers[cross.name]([made[key] for key in cross.feature_names]) for cross in self.crosses}
        return {**{key: made[key] for key in sorted(made)}, **{key: crossed[key] for key in sorted(crossed)}}

    def _one_hot(self, name, x):
        if not dtype_of(x).startswith("int"):
            raise ValueError(f"Feature '{name}' has `output_mode='one_hot'`. Thus its preprocessor should return an integer dtype. "
                             f"Instead it returns a {dtype_of(x)} dtype.")
        if name not in self.one_hot_encoders:
            layer = self.preprocessors.get(name) or self.crossers.get(name)
            if hasattr(layer, "vocabulary_size"):
                size = layer.vocabulary_size()
            elif isinstance(layer, layers.Discretization) and layer.num_bins is None:
                size = len(layer.bin_boundaries) + 1
            elif hasattr(layer, "num_bins"):
                size = layer.num_bins
            else:
                raise ValueError(f"Feature '{name}' has `output_mode='one_hot'`. However it isn't a standard feature and the "
                                 "dimensionality of its output space is not known, thus it cannot be one-hot encoded. Try using "
                                 "`output_mode='int'`.")
            self.one_hot_encoders[name] = layers.CategoryEncoding(num_tokens=size, output_mode="multi_hot")
        return self.one_hot_encoders[name](x)

    def _merged(self, made):
        modes = {**{key: feature.output_mode for key, feature in self.features.items()},
                 **{cross.name: cross.output_mode for cross in self.crosses}}
        encoded = {key: self._one_hot(key, x) if modes[key] == "one_hot" else x for key, x in made.items()}
        if self.output_mode == "dict":
            return encoded
        for name, x in encoded.items():
            if dtype_of(x).startswith("int") or dtype_of(x) == "string":
                raise ValueError(f"Cannot concatenate features because feature '{name}' has not been encoded (it has dtype "
                                 f"{dtype_of(x)}). Consider using `output_mode='dict'`.")
        parts = list(encoded.values())
        if any(is_symbolic(x) for x in parts):
            return layers.Concatenate(axis=-1)(parts) if len(parts) > 1 else parts[0]
        return _k.concatenate(parts, -1)

    def __call__(self, data):
        self._check()
        if not isinstance(data, dict):
            raise ValueError(f"A FeatureSpace can only be called with a dict. Received: data={data} (of type {type(data)}")
        rows, single = {}, False
        for key, value in data.items():
            value = value if hasattr(value, "numpy") else make(np.asarray(value))
            rank = len(value.shape)
            single = single or rank == 0
            rows[key] = _k.reshape(value, (1, 1)) if rank == 0 else _k.expand_dims(value, -1) if rank == 1 else value
        made = self._merged(self._numbers({key: rows[key] for key in rows if key in self.preprocessors}))
        if not single:
            return made
        if self.output_mode == "concat":
            return _k.squeeze(made, 0)
        return {key: _k.squeeze(x, 0) if len(x.shape) == 2 and x.shape[0] == 1 else x for key, x in made.items()}
