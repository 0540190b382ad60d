"""What the arguments of Keras's classes cannot be: asked where a value is not of its default's kind.

A row: kinds of classes, their names (* all), the argument, what it was given with the class that Keras raises then,
and what is
wanted. A class may be followed by the comparison that fails in Keras (Type:_<=int), whose words are then used. The
words for what was given: none, str, float (where a whole number is wanted), number, negative, zero, list (one with a
text in it), other:a,b,c (a text that is none of these).
"""
import re

import _tensorflow_errors as _errors

_CLASSES = {"Type": TypeError, "Value": ValueError, "Attribute": AttributeError,
        "Invalid": _errors.InvalidArgumentError,
            "Unimplemented": _errors.UnimplementedError, "Overflow": OverflowError}

_ROWS = """
losses|*|name|number Value|a text without '/'
optimizers schedules|*|name|number Value|a text without '/'
metrics|*|name|number Attribute|a text
losses|*|reduction|number Value|'sum', 'sum_over_batch_size', 'mean', 'mean_with_sample_weight', 'none' or None
constraints|MaxNorm MinMaxNorm UnitNorm|axis|str Invalid, float Type|a whole number or a list of them
constraints|MaxNorm MinMaxNorm|max_value|str Type, none Value|a number
constraints|MinMaxNorm|min_value rate|str Type, none Value|a number
initializers|VarianceScaling|distribution|number Attribute|'truncated_normal', 'untruncated_normal' or 'uniform'
initializers|VarianceScaling|scale|str none Type:_<=float|a number above 0
initializers|Identity Orthogonal|gain|str Type, none Value|a number
initializers|RandomUniform|minval maxval|str Unimplemented, none Value|a number
initializers|RandomNormal TruncatedNormal|mean stddev|str Type, none Value|a number
initializers|Constant|value|str Unimplemented, none Value|a number or an array
regularizers|OrthogonalRegularizer|factor|none Value, zero Type|a number
layers|Dropout AlphaDropout GaussianDropout SpatialDropout1D SpatialDropout2D SpatialDropout3D|rate|str none \
Type:int<=_|a number between 0 and 1
layers|GaussianNoise|stddev|str none Type:int<=_|a number of 0 or more
layers|MultiHeadAttention GroupedQueryAttention ConvLSTM1D ConvLSTM2D|dropout recurrent_dropout|none Type|a number \
between 0 and 1
layers|SpatialDropout1D SpatialDropout2D SpatialDropout3D|trainable|str Type|left out
layers|ELU|alpha|str Type, none Value|a number
layers|LeakyReLU|negative_slope|str Type:_<int|a number
layers|ReLU|max_value threshold negative_slope|str Type:_<float|a number of 0 or more
layers|Concatenate GroupNormalization RMSNormalization|axis|str float none Type|a whole number: the axis
layers|Softmax|axis|str Type, float Invalid|a whole number or a list of them
layers|BatchNormalization|axis|none Type|a whole number: the axis of features
layers|BatchNormalization|momentum epsilon|none Type|a number
layers|LayerNormalization RMSNormalization|epsilon|str Invalid|a small number above 0
layers|GroupNormalization|epsilon|str Invalid, none Value|a small number above 0
layers|Conv1D Conv2D Conv3D Conv1DTranspose Conv2DTranspose Conv3DTranspose SeparableConv1D \
SeparableConv2D|filters|str Type:_<=int|a whole number above 0
layers|Conv1D Conv2D Conv3D|groups|str none Type:_<=int, float Value|a whole number above 0 that divides the filters
layers|GroupNormalization|groups|str none float Value|a whole number above 0, or -1
layers|DepthwiseConv1D DepthwiseConv2D SeparableConv1D SeparableConv2D|depth_multiplier|str none Type:_<=int, float \
Value|a whole number above 0
layers|SimpleRNN LSTM GRU SimpleRNNCell LSTMCell GRUCell|units|str none Type:_<=int|a whole number above 0
layers|SimpleRNN LSTM GRU SimpleRNNCell LSTMCell GRUCell ConvLSTM1D ConvLSTM2D SpatialDropout3D|seed|str float \
Value|a whole number or None
layers|LSTM GRU|use_cudnn|str number Value|'auto', True or False
layers|Dense|lora_rank|str float negative Value|None
layers|Embedding|lora_rank|str float negative Value|None
layers|EinsumDense|lora_rank|str float Type, negative Value|None
layers|EinsumDense|equation|number none Type|a text such as 'ab,bc->ac'
layers|Embedding|weights|str number Attribute|an array, or a list of one
layers|Bidirectional|weights|number Type|a list of arrays
layers|CategoryEncoding|num_tokens|str float Type:_<int|a whole number above 0
layers|CenterCrop|height width|str float none Type|a whole number above 0
layers|Resizing|height width|negative zero Invalid|a whole number above 0
layers|Resizing|interpolation|number Value|'bilinear', 'nearest', 'bicubic', 'lanczos3' or 'lanczos5'
layers|Resizing UpSampling2D|interpolation|other:bilinear,nearest,bicubic,lanczos3,lanczos5,area Value|'nearest', \
'bilinear', 'bicubic', 'lanczos3' or 'lanczos5'
layers|Resizing|fill_mode|number Value, other:constant Value|'constant'
layers|RandomZoom|height_factor width_factor|negative Value|a number of 0 or more, or a pair of numbers
layers|RandomRotation RandomTranslation RandomZoom|fill_value|str Type, none Value|a number
layers|RandomContrast|value_range|str number none list Type|a pair of numbers
layers|RandomBrightness|value_range|list Type|a pair of numbers
layers|Lambda|arguments|str number Attribute|a dict of arguments
layers|Masking|mask_value|str none Value|a number
layers|ConvLSTM1D ConvLSTM2D|strides|zero Overflow|whole numbers above 0
layers|MaxPooling1D MaxPooling2D MaxPooling3D AveragePooling1D AveragePooling2D \
AveragePooling3D|padding|other:valid,same Invalid|'valid' or 'same'
layers|Conv3D Conv3DTranspose MaxPooling3D AveragePooling3D ConvLSTM1D ConvLSTM2D|padding|number Attribute|'valid' or \
'same'
layers|ZeroPadding2D ZeroPadding3D|padding|negative Invalid|whole numbers of 0 or more
layers|AveragePooling3D|pool_size|str zero negative Value|whole numbers above 0
layers|Cropping3D|cropping|negative Value|whole numbers of 0 or more
layers|UpSampling3D|size|negative Value|whole numbers above 0
layers|Normalization|mean variance|str Unimplemented|a number or an array
layers|Rescaling|scale offset|str Unimplemented, none Value|a number or an array
layers|PReLU|shared_axes|str float Type|a whole number or a list of them
layers|Permute|dims|str Value|a tuple of whole numbers
layers|Reshape|target_shape|str Value|a tuple of whole numbers
layers|MultiHeadAttention \
GroupedQueryAttention|activity_regularizer|other:l1,l2,l1_l2,L1,L2,L1L2,orthogonal_regularizer,OrthogonalRegularizer \
number Value|a regularizer
layers|MultiHeadAttention|attention_axes|str float Value|a whole number or a list of them
layers|MultiHeadAttention GroupedQueryAttention|flash_attention|str number Value|None: there is no such kernel here
layers|MultiHeadAttention|sliding_window|str float negative zero Value|a whole number above 0 or None
layers|GroupedQueryAttention|head_dim|none Type|a whole number above 0
layers|GroupedQueryAttention|num_query_heads|zero Invalid|a whole number above 0
layers|Conv3D Conv3DTranspose Cropping3D GlobalMaxPooling3D GlobalAveragePooling3D MaxPooling3D AveragePooling3D \
UpSampling3D ZeroPadding3D SpatialDropout3D|data_format|number Value, other:channels_last,channels_first \
Value|'channels_first' or 'channels_last'
layers|Conv3D Conv3DTranspose|dilation_rate|negative Value|whole numbers above 0
layers|IntegerLookup StringLookup TextVectorization|idf_weights|number Value|a list of numbers, and output_mode='tf_idf'
layers|IntegerLookup StringLookup TextVectorization|max_tokens|float Value|a whole number above 1
layers|IntegerLookup StringLookup TextVectorization|pad_to_max_tokens|str Value|True or False, and `max_tokens`
layers|IntegerLookup StringLookup TextVectorization|vocabulary|number Attribute|a list of tokens, or the name of a file
layers|IntegerLookup StringLookup|num_oov_indices|negative Value, float Type:_<int|a whole number of 0 or more
layers|IntegerLookup|mask_token|str float Type|a whole number or None
layers|StringLookup|mask_token|number Type|a text or None
layers|IntegerLookup|vocabulary_dtype|number Value, other:int64 Value|'int64'
layers|IntegerLookup StringLookup TextVectorization Discretization|sparse|str Value|True or False
losses|CategoricalFocalCrossentropy|alpha|str none Value|a number
losses|Tversky|alpha beta|str Attribute, none Value|a number
losses|BinaryFocalCrossentropy CategoricalFocalCrossentropy|gamma|str none Value|a number
losses|Circle|gamma|str none Type|a number
losses|Circle|margin|str none Type|a number
losses|Huber|delta|none Value|a number
losses|SparseCategoricalCrossentropy|axis|str float none zero Value|-1
losses|BinaryCrossentropy BinaryFocalCrossentropy CategoricalCrossentropy CategoricalFocalCrossentropy \
CosineSimilarity Dice Tversky|axis|str Invalid, float Type|a whole number: the axis
losses metrics|SparseCategoricalCrossentropy|ignore_class|str Unimplemented|a whole number or None
metrics|IoU MeanIoU OneHotIoU OneHotMeanIoU|ignore_class|str Unimplemented|a whole number or None
metrics|CategoricalCrossentropy ConcordanceCorrelation CosineSimilarity IoU MeanIoU PearsonCorrelation|axis|str \
Invalid, float Type|a whole number: the axis
metrics|OneHotIoU OneHotMeanIoU|axis|str float Type, none Value|a whole number: the axis
metrics|SparseCategoricalCrossentropy|axis|str float none zero Value|-1
metrics|F1Score FBetaScore|average|number Value|None, 'micro', 'macro' or 'weighted'
metrics|R2Score|class_aggregation|number Value|None, 'uniform_average' or 'variance_weighted_average'
metrics|R2Score|num_regressors|str none Type:_<int|a whole number of 0 or more
metrics|Precision Recall PrecisionAtRecall RecallAtPrecision SensitivityAtSpecificity \
SpecificityAtSensitivity|class_id|str float Type|a whole number or None
metrics|SparseTopKCategoricalAccuracy TopKCategoricalAccuracy|k|str float Type, none Value|a whole number above 0
metrics|Precision Recall|top_k|str negative Invalid, float Type|a whole number above 0 or None
metrics|BinaryCrossentropy CategoricalCrossentropy|label_smoothing|str Type|a number between 0 and 1
metrics|AUC|label_weights|str Type|a list of numbers
metrics|AUC|thresholds|number str Type|a list of numbers
metrics|MeanIoU OneHotMeanIoU|num_classes|str float none Type|a whole number above 0
metrics|AUC PrecisionAtRecall RecallAtPrecision SensitivityAtSpecificity SpecificityAtSensitivity|num_thresholds|str \
float none Type:_<=int|a whole number above 0
metrics|PrecisionAtRecall RecallAtPrecision SensitivityAtSpecificity SpecificityAtSensitivity|recall precision \
specificity sensitivity|str none Type:_<int|a number between 0 and 1
metrics|OneHotIoU OneHotMeanIoU|sparse_y_pred|str Invalid|True or False
metrics|BinaryIoU IoU OneHotIoU|target_class_ids|str number none list Type:_>=int|a list of whole numbers
metrics|BinaryAccuracy|threshold|str none Value|a number
metrics|BinaryIoU|threshold|str Type, none Value|a number
optimizers|Lamb Adafactor Muon|learning_rate|whole Value|a float, a schedule or a function
metrics|IoU OneHotIoU|num_classes|str float none negative Value|a whole number above 0
metrics|MeanIoU OneHotMeanIoU|num_classes|zero negative Value|a whole number above 0
optimizers|Ftrl|beta|str Type, none Value|a number
optimizers|Ftrl|initial_accumulator_value l1_regularization_strength l2_regularization_strength \
l2_shrinkage_regularization_strength learning_rate_power|str none Type|a number
optimizers|Adam AdamW Adamax Lamb|beta_1|str Unimplemented, none Value|a number between 0 and 1
optimizers|Nadam|beta_1|str none Value|a number between 0 and 1
optimizers|Lion|beta_1|str none Type:_<=int|a number between 0 and 1
optimizers|Adam AdamW Lamb Lion Nadam|beta_2|str Unimplemented, none Value|a number between 0 and 1
optimizers|Adamax|beta_2|str none Value|a number between 0 and 1
optimizers|Adafactor|beta_2_decay|str none Value|a number
optimizers|Adafactor|clip_threshold epsilon_1|str Value|a number
optimizers|Adafactor|epsilon_2|str Unimplemented|a number
optimizers|Adadelta Adagrad Adam AdamW Adamax Lamb Nadam RMSprop|epsilon|str none Value|a small number above 0
optimizers|*|clipnorm clipvalue global_clipnorm|str Type:_>int|a number above 0
optimizers|*|gradient_accumulation_steps|str Type:_>=int|a whole number of 2 or more
optimizers|Lamb Adafactor Muon|gradient_accumulation_steps|float negative Value|a whole number of 2 or more
optimizers|*|loss_scale_factor|str Type|a number above 0
optimizers|*|weight_decay|str Unimplemented|a number
optimizers|Adagrad|initial_accumulator_value|str Unimplemented, none Value|a number
optimizers|RMSprop|momentum|str none Type:_>int|a number of 0 or more
optimizers|Muon|muon_a muon_b muon_c|str Type|a number
optimizers|Adadelta RMSprop|rho|str none Value|a number between 0 and 1
schedules|CosineDecayRestarts|initial_learning_rate|whole Type|a float
schedules|CosineDecayRestarts|alpha m_mul t_mul|str Unimplemented, none Value|a number
schedules|PiecewiseConstantDecay|boundaries|str Unimplemented|a list of numbers
schedules|ExponentialDecay InverseTimeDecay|decay_rate|str Unimplemented, none Value|a number
schedules|PolynomialDecay|end_learning_rate power|str Unimplemented, none Value|a number
schedules|CosineDecay CosineDecayRestarts ExponentialDecay InverseTimeDecay PolynomialDecay|initial_learning_rate|str \
Unimplemented, none Value|a number
schedules|CosineDecay|warmup_target|str Unimplemented|a number
callbacks|ModelCheckpoint|filepath|number none Attribute|a file's name that ends in .keras
callbacks|TensorBoard|profile_batch|str negative float none Value|0: nothing is profiled
"""

_table = {}
hint = []  # what the last error means, where its words are only Python's


def _read():
    """The rows by kind of class and argument: (names, words, class, what is wanted)."""
    for line in _ROWS.strip().split("\n"):
        kinds, names, arguments, given, wanted = line.split("|")
        for kind in kinds.split():
            for argument in arguments.split():
                _table.setdefault((kind, argument), []).append((names.split(), _cases(given), wanted))


def _cases(given):
    cases, words = [], []
    for word in given.replace(", ", " ").split():
        kind, _, compared = word.partition(":")
        if kind in _CLASSES:
            cases.append((words, _CLASSES[kind], compared))
            words = []
        else:
            words.append(word)
    return cases


def _is(value, word):
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if word == "none":
        return value is None
    if word == "str":
        return isinstance(value, str)
    if word == "float":
        return isinstance(value, float)
    if word == "number":
        return number
    if word == "whole":
        return number and isinstance(value, int)
    if word == "negative":
        return number and value < 0
    if word == "zero":
        return number and value == 0
    if word == "list":
        return isinstance(value, (tuple, list)) and any(isinstance(item, str) for item in value)
    return isinstance(value, str) and value not in word[6:].split(",")


def _compared(value, how):
    """Python's words for a comparison that failed: how is "_<=int", with the value in place of _."""
    left, sign, right = re.match(r"(\w+?)([<>]=?)(\w+)", how).groups()
    given = type(value).__name__
    first, second = given if left == "_" else left, given if right == "_" else right
    return f"'{sign}' not supported between instances of '{first}' and '{second}'"


def _raise(kind, text):
    raise kind(None, None, text) if issubclass(kind, _errors.OpError) else kind(text)


def _check_dtype(dtype):
    """A dtype is a policy, its name, or None."""
    if dtype is None or type(dtype).__name__ in ("DTypePolicy", "dtype", "DType", "dict", "type", "FloatDTypePolicy"):
        return
    if not isinstance(dtype, str):
        raise ValueError(f"Cannot interpret `dtype` argument. Expected a string or an instance of DTypePolicy. "
                         f"Received: dtype={dtype}")
    if dtype not in ("float16", "bfloat16", "float32", "float64", "int8", "int16", "int32", "int64", "uint8", "uint16",
            "uint32", "uint64",
                     "bool", "string", "mixed_float16", "mixed_bfloat16", "mixed_float32", "float"):
        raise ValueError(f"Cannot convert '{dtype}' to a mixed precision DTypePolicy. Valid policies include "
                         f"'mixed_float16', "
                         "'mixed_bfloat16', and the name of any float dtype such as 'float32'.")


def check(kind, name, given):
    """Raises what Keras's `kind`.`name` raises for these arguments; returns where nothing is known against them."""
    if not _table:
        _read()
    for argument, value in given.items():
        for names, cases, wanted in _table.get((kind, argument), ()):
            if "*" not in names and name not in names:
                continue
            for words, error, compared in cases:
                if any(_is(value, word) for word in words):
                    text = (f"{name}: `{argument}` must be {wanted}. Received: {argument}={value!r} (of type "
                            f"{type(value).__name__})")
                    hint[:] = [text] if compared and not isinstance(value, (int, float, list, tuple)) else []
                    _raise(error, _compared(value, compared) if hint else text)
    if "dtype" in given and name not in ("IntegerLookup", "StringLookup") and kind in ("layers", "losses", "metrics"):
        _check_dtype(given["dtype"])


# What a layer's input was, with the class that Keras raises then, and the layers; most ops refuse to convert None.
_INPUTS = """
text|Index|RandomFlip RandomRotation RandomTranslation Resizing
text|Value|RandomZoom Normalization
text|Invalid|Discretization
text|Unimplemented|CategoryEncoding IntegerLookup Rescaling Normalization
number|Index|RandomFlip RandomRotation RandomTranslation Resizing
number|Value|CenterCrop RandomZoom
number|Type|TextVectorization
number|Unimplemented|StringLookup
none|Attribute|Embedding Reshape Softmax
none|Type|SpectralNormalization Add Average BatchNormalization Concatenate Dot EinsumDense GroupNormalization \
LayerNormalization Maximum Minimum Multiply PReLU RMSNormalization RNN Subtract Lambda
several|Attribute|Embedding Reshape Softmax
several|Invalid|Activation CenterCrop Discretization ELU LeakyReLU Masking RandomBrightness RandomContrast \
RandomRotation RandomTranslation RandomZoom ReLU Rescaling Resizing UnitNormalization
several|Type|GroupNormalization
several|Value|SpatialDropout3D AveragePooling3D Conv3D Conv3DTranspose Cropping3D GlobalAveragePooling3D \
GlobalMaxPooling3D MaxPooling3D UpSampling3D ZeroPadding3D
none|Value|Attention AdditiveAttention IntegerLookup StringLookup TextVectorization Discretization
"""
_TAKES = ("CategoryEncoding CenterCrop Discretization Hashing HashedCrossing IntegerLookup Normalization "
          "RandomBrightness RandomContrast "
          "RandomCrop RandomFlip RandomRotation RandomTranslation RandomZoom Rescaling Resizing StringLookup "
          "TextVectorization").split()


def _first(value):
    """What a tensor should stand for: a number or text, inside lists too."""
    if isinstance(value, (list, tuple)):
        for item in value:
            found = _first(item)
            if found is not None:
                return found
    return value if isinstance(value, (int, float, complex, str, bytes)) else None


def check_input(name, layer, value):
    """Raises what Keras raises where a layer is called on what is no tensor."""
    if hasattr(value, "shape"):
        return
    first = _first(value)
    if first is not None and name not in _TAKES:
        raise ValueError("Only input tensors may be passed as positional arguments. The following argument value "
                         "should be passed as a "
                         f"keyword argument: {first} (of type {type(first)})")
    what = "none" if value is None else "several" if isinstance(value, (list, tuple)) else "text" if isinstance(value,
            str) else "number"
    if what == "several" and not any(hasattr(item, "shape") for item in value):
        return
    for line in _INPUTS.strip().split("\n"):
        given, error, names = line.split("|")
        if given != what or name not in names.split():
            continue
        shown = {"none": "None", "several": f"{len(value) if what == 'several' else 0} tensors"}.get(what, repr(value))
        _raise(IndexError if error == "Index" else _CLASSES[error],
               f"Layer '{layer}' ({name}) must be called on one tensor of numbers. Received: {shown}")
    if what == "none" and name not in ("ActivityRegularization", "AlphaDropout", "Dropout", "GaussianDropout",
            "GaussianNoise", "Identity",
                                       "Attention", "AdditiveAttention", "MultiHeadAttention", "GroupedQueryAttention"):
        if name.startswith(_SPECIFIED):
            raise ValueError(f"Inputs to a layer should be tensors. Got 'None' (of type <class 'NoneType'>) as input for layer '{layer}'.")
        raise ValueError("Attempt to convert a value (None) with an unsupported type (<class 'NoneType'>) to a Tensor.")


# Layers that say of which rank their inputs are.
_SPECIFIED = ("Conv", "Depthwise", "Separable", "Dense", "MaxPool", "AveragePool", "Global", "UpSampling", "ZeroPadding", "Cropping",
              "LSTM", "GRU", "SimpleRNN", "RepeatVector", "SpatialDropout")


# What other objects were called on; for initializers, the shape.
_VALUES = """
initializers|text|Invalid|Orthogonal RandomNormal RandomUniform TruncatedNormal
initializers|text|Value|GlorotNormal GlorotUniform HeNormal HeUniform LecunNormal LecunUniform VarianceScaling
initializers|text|Type|*
initializers|number|Invalid|Constant Ones RandomNormal RandomUniform TruncatedNormal Zeros
initializers|number|Type|*
initializers|none|Value|Constant Ones RandomNormal RandomUniform TruncatedNormal Zeros
initializers|none|Type|*
initializers|negative|Invalid|*
initializers|mixed|Type|Identity Orthogonal
initializers|mixed|Value|*
regularizers|text number none|Attribute|*
constraints|text number|Invalid|MaxNorm MinMaxNorm UnitNorm
constraints|text|Value|NonNeg
constraints|none|Value|*
activations|text|Attribute|softmax
activations|text|Value|gelu tanh
activations|text|Type|hard_sigmoid celu squareplus threshold hard_tanh hard_silu sparse_sigmoid sparse_plus soft_shrink
activations|text|Unimplemented|silu
activations|text|Invalid|*
activations|none|Attribute|softmax
activations|none|Value|*
"""


def check_value(kind, name, value):
    """Raises what Keras raises where an initializer, regularizer, constraint or activation is called on what it
    cannot take."""
    if isinstance(value, (list, tuple)):
        what = "mixed" if any(isinstance(item, str) for item in value) else "negative"
    else:
        what = "none" if value is None else "text" if isinstance(value, str) else "number"
    for line in _VALUES.strip().split("\n"):
        kinds, given, error, names = line.split("|")
        if kinds == kind and what in given.split() and (names == "*" or name in names.split()):
            wanted = "a shape: a tuple of whole numbers of 0 or more" if kind == "initializers" else "a tensor of numbers"
            _raise(_CLASSES[error], f"{name} must be called on {wanted}. Received: {value!r} (of type "
                                    f"{type(value).__name__})")


def refuse_text(name, what, given):
    """A metric that casts its arguments was given a text."""
    raise _errors.UnimplementedError(None, None,
            f"{name}: `{what}` must be numbers: a text cannot be cast to float. Received: '{given}'")


def from_config(config, kind):
    """What a get() gives for a dict."""
    if "class_name" not in config:
        if kind == "optimizer":
            raise KeyError("class_name")
        raise ValueError(f"Could not interpret {kind} identifier: {config}" if kind == "activation function"
                         else f"Unknown `config` as a `dict`, config={config}")
    from _keras_saving import deserialize_keras_object
    try:
        return deserialize_keras_object(config)
    except TypeError as error:
        if kind == "activation function" or not str(error).startswith("Could not locate class"):
            raise
    raise ValueError(f"Could not interpret {kind} identifier: {config}")


def checked(kind):
    """A class whose __init__ looks at its arguments first: for classes that are written in the language."""
    def decorate(cls):
        import functools
        import inspect
        init = cls.__init__
        parameters = list(inspect.signature(init).parameters.values())[1:]
        names = [each.name for each in parameters]
        needed = {each.name for each in parameters if each.default is each.empty
                and each.kind in (each.POSITIONAL_OR_KEYWORD, each.KEYWORD_ONLY)}

        @functools.wraps(init)
        def __init__(self, *args, **kwargs):
            given = {**dict(zip(names, args)), **kwargs}
            if type(self) is cls and needed <= given.keys():
                check(kind, cls.__name__, given)
            init(self, *args, **kwargs)
        cls.__init__ = __init__
        return cls
    return decorate
