"""keras.applications: known networks without their trained weights, which nnsh does not have. Sources: keras/src/applications."""
import numpy as np

import keras
from keras import layers


def _prepare(name, weights, include_top, classes, input_shape, input_tensor):
    """The checks that all share, and the input."""
    if weights == "imagenet":
        if include_top and classes != 1000:
            raise ValueError("If using `weights='imagenet'` with `include_top=True`, `classes` should be 1000.  "
                             f"Received classes={classes}")
        raise NotImplementedError(f"{name}(weights='imagenet'): trained weights do not come with nnsh, and nothing is downloaded; "
                                  "weights=None gives the network with random ones, a path reads them from a file")
    if weights is not None:
        import os
        if not os.path.exists(weights):
            raise ValueError("The `weights` argument should be either `None` (random initialization), 'imagenet' (pre-training on "
                             f"ImageNet), or the path to the weights file to be loaded.  Received: weights={weights}")
    if input_tensor is not None:
        return input_tensor
    if input_shape is None:
        input_shape = (224, 224, 3) if include_top else (None, None, 3)
    if len(input_shape) != 3:
        raise ValueError("`input_shape` must be a tuple of three integers.")
    if any(size is not None and size < 32 for size in input_shape[:2]):
        raise ValueError(f"Input size must be at least 32x32; Received: input_shape={tuple(input_shape)}")
    if include_top and None in input_shape:
        raise ValueError("If `include_top` is True, you should specify a static `input_shape`. Received: "
                         f"input_shape={tuple(input_shape)}")
    return layers.Input(shape=tuple(input_shape))


def _pooled(x, pooling, names=(None, None)):
    if pooling == "avg":
        return layers.GlobalAveragePooling2D(name=names[0])(x)
    return layers.GlobalMaxPooling2D(name=names[1])(x) if pooling == "max" else x


def _model(inputs, outputs, name, weights):
    model = keras.Model(inputs, outputs, name=name)
    if weights is not None:
        model.load_weights(weights)
    return model


# ---- VGG ----

def _vgg(blocks, kind, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name):
    inputs = x = _prepare(kind, weights, include_top, classes, input_shape, input_tensor)
    for block, (filters, count) in enumerate(blocks, 1):
        for at in range(1, count + 1):
            x = layers.Conv2D(filters, (3, 3), activation="relu", padding="same", name=f"block{block}_conv{at}")(x)
        x = layers.MaxPooling2D((2, 2), strides=(2, 2), name=f"block{block}_pool")(x)
    if include_top:
        x = layers.Flatten(name="flatten")(x)
        x = layers.Dense(4096, activation="relu", name="fc1")(x)
        x = layers.Dense(4096, activation="relu", name="fc2")(x)
        x = layers.Dense(classes, activation=classifier_activation, name="predictions")(x)
    else:
        x = _pooled(x, pooling)
    return _model(inputs, x, name, weights)


def VGG16(include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000,
          classifier_activation="softmax", name="vgg16"):
    return _vgg([(64, 2), (128, 2), (256, 3), (512, 3), (512, 3)], "VGG16", include_top, weights, input_tensor, input_shape, pooling,
                classes, classifier_activation, name)


def VGG19(include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000,
          classifier_activation="softmax", name="vgg19"):
    return _vgg([(64, 2), (128, 2), (256, 4), (512, 4), (512, 4)], "VGG19", include_top, weights, input_tensor, input_shape, pooling,
                classes, classifier_activation, name)


# ---- ResNet ----

def _residual(x, filters, stride, shortcut, name):
    def normed(x, part):
        return layers.BatchNormalization(axis=3, epsilon=1.001e-5, name=f"{name}_{part}_bn")(x)
    beside = x
    if shortcut:
        beside = normed(layers.Conv2D(4 * filters, 1, strides=stride, name=f"{name}_0_conv")(x), 0)
    x = normed(layers.Conv2D(filters, 1, strides=stride, name=f"{name}_1_conv")(x), 1)
    x = layers.Activation("relu", name=f"{name}_1_relu")(x)
    x = normed(layers.Conv2D(filters, 3, padding="same", name=f"{name}_2_conv")(x), 2)
    x = layers.Activation("relu", name=f"{name}_2_relu")(x)
    x = normed(layers.Conv2D(4 * filters, 1, name=f"{name}_3_conv")(x), 3)
    x = layers.Add(name=f"{name}_add")([beside, x])
    return layers.Activation("relu", name=f"{name}_out")(x)


def _resnet(counts, kind, include_top, weights, input_tensor, input_shape, pooling, classes, classifier_activation, name):
    inputs = _prepare(kind, weights, include_top, classes, input_shape, input_tensor)
    x = layers.ZeroPadding2D(padding=((3, 3), (3, 3)), name="conv1_pad")(inputs)
    x = layers.Conv2D(64, 7, strides=2, use_bias=True, name="conv1_conv")(x)
    x = layers.BatchNormalization(axis=3, epsilon=1.001e-5, name="conv1_bn")(x)
    x = layers.Activation("relu", name="conv1_relu")(x)
    x = layers.ZeroPadding2D(padding=((1, 1), (1, 1)), name="pool1_pad")(x)
    x = layers.MaxPooling2D(3, strides=2, name="pool1_pool")(x)
    for stack, count in enumerate(counts):
        for block in range(1, count + 1):
            stride = 2 if block == 1 and stack > 0 else 1
            x = _residual(x, 64 << stack, stride, block == 1, f"conv{stack + 2}_block{block}")
    if include_top:
        x = layers.GlobalAveragePooling2D(name="avg_pool")(x)
        x = layers.Dense(classes, activation=classifier_activation, name="predictions")(x)
    else:
        x = _pooled(x, pooling, ("avg_pool", "max_pool"))
    return _model(inputs, x, name, weights)


def ResNet50(include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000,
             classifier_activation="softmax", name="resnet50"):
    return _resnet((3, 4, 6, 3), "ResNet50", include_top, weights, input_tensor, input_shape, pooling, classes,
                   classifier_activation, name)


# ---- MobileNet ----

def MobileNet(input_shape=None, alpha=1.0, depth_multiplier=1, dropout=0.001, include_top=True, weights="imagenet",
              input_tensor=None, pooling=None, classes=1000, classifier_activation="softmax", name=None):
    inputs = _prepare("MobileNet", weights, include_top, classes, input_shape, input_tensor)
    rows = inputs.shape[1]
    x = layers.Conv2D(int(32 * alpha), (3, 3), padding="same", use_bias=False, strides=(2, 2), name="conv1")(inputs)
    x = layers.BatchNormalization(axis=-1, name="conv1_bn")(x)
    x = layers.ReLU(6.0, name="conv1_relu")(x)
    filters = (64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024)
    for block, size in enumerate(filters, 1):
        halves = block in (2, 4, 6, 12)
        if halves:
            x = layers.ZeroPadding2D(((0, 1), (0, 1)), name=f"conv_pad_{block}")(x)
        x = layers.DepthwiseConv2D((3, 3), padding="valid" if halves else "same", depth_multiplier=depth_multiplier,
                                   strides=(2, 2) if halves else (1, 1), use_bias=False, name=f"conv_dw_{block}")(x)
        x = layers.BatchNormalization(axis=-1, name=f"conv_dw_{block}_bn")(x)
        x = layers.ReLU(6.0, name=f"conv_dw_{block}_relu")(x)
        x = layers.Conv2D(int(size * alpha), (1, 1), padding="same", use_bias=False, strides=(1, 1), name=f"conv_pw_{block}")(x)
        x = layers.BatchNormalization(axis=-1, name=f"conv_pw_{block}_bn")(x)
        x = layers.ReLU(6.0, name=f"conv_pw_{block}_relu")(x)
    if include_top:
        x = layers.GlobalAveragePooling2D(keepdims=True)(x)
        x = layers.Dropout(dropout, name="dropout")(x)
        x = layers.Conv2D(classes, (1, 1), padding="same", name="conv_preds")(x)
        x = layers.Reshape((classes,), name="reshape_2")(x)
        x = layers.Activation(activation=classifier_activation, name="predictions")(x)
    else:
        x = _pooled(x, pooling)
    return _model(inputs, x, name or f"mobilenet_{alpha:0.2f}_{rows}", weights)


# ---- Their modules ----

def _floats(x):
    x = np.asarray(x)
    return x if np.issubdtype(x.dtype, np.floating) else x.astype("float32")


def _caffe(x, data_format=None):
    """Blue, green, red, without ImageNet's means."""
    x = _floats(x)[..., ::-1]
    return x - np.array([103.939, 116.779, 123.68], dtype=x.dtype)


def _centred(x, data_format=None):
    """From -1 to 1."""
    x = _floats(x)
    return x / x.dtype.type(127.5) - x.dtype.type(1)


def _decode(preds, top=5):
    raise NotImplementedError("decode_predictions: the names of ImageNet's classes do not come with nnsh")


_OTHERS = ("Xception", "ResNet101", "ResNet152", "ResNet50V2", "ResNet101V2", "ResNet152V2", "InceptionV3", "InceptionResNetV2", "MobileNetV2",
           "MobileNetV3Small", "MobileNetV3Large", "DenseNet121", "DenseNet169", "DenseNet201", "NASNetMobile", "NASNetLarge",
           *(f"EfficientNetB{i}" for i in range(8)), *(f"EfficientNetV2B{i}" for i in range(4)), "EfficientNetV2S", "EfficientNetV2M",
           "EfficientNetV2L", "ConvNeXtTiny", "ConvNeXtSmall", "ConvNeXtBase", "ConvNeXtLarge", "ConvNeXtXLarge")


def _absent(name):
    def model(*args, **kwargs):
        raise NotImplementedError(f"keras.applications.{name} is not there: VGG16, VGG19, ResNet50 and MobileNet are, "
                                  "without trained weights")
    model.__name__ = model.__qualname__ = name
    return model


for _name in _OTHERS:
    globals()[_name] = _absent(_name)

import keras.applications.mobilenet
import keras.applications.resnet
import keras.applications.resnet50
import keras.applications.vgg16
import keras.applications.vgg19
