"""keras.ops as one module, and the parts of it that Keras names: keras.ops.nn, .numpy, .linalg, .image."""
from _keras_ops import *
from _keras_ops_shapes import *
from _keras_ops_math import *
from _keras_ops_more import *
from _keras_ops_nn import *
from _keras_ops_numbers import *
from _keras_gradient import custom_gradient

for _name in "np math op make dims dtype_of tracing tracked is_symbolic is_variable".split():
    globals().pop(_name, None)  # what the parts share is no part of keras.ops


class _Part:
    """Functions under a name of their own."""

    def __init__(self, name, functions):
        self.__dict__.update(functions)
        self.__name__ = "keras.ops." + name

    def __repr__(self):
        return f"<module '{self.__name__}'>"


def __getattr__(name):
    if name == "image":
        import _keras_ops_image as pictures
        return _Part("image", {key: getattr(pictures, key) for key in dir(pictures) if not key.startswith("_") and key != "patches_of"})
    if name in ("nn", "numpy", "linalg"):
        return _Part(name, {key: value for key, value in globals().items() if not key.startswith("_")})
    raise AttributeError(f"module 'keras.ops' has no attribute {name!r}")
