# Errors of keras.ops, of symbolic tensors and of keras.random.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
import keras
from keras import Input, layers, ops, random

x = np.zeros((2, 3, 4), "float32")
a = Input((3, 4))



def taped(function):
    with tf.GradientTape() as tape:
        tape.watch(t)
        return function(t * 2)


def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        text = str(error)
        if "\x1b[1m" in text:  # what Keras wraps into "Exception encountered when calling ..." is the message
            text = text.partition("\x1b[1m")[2].partition("\x1b[0m")[0]
        print(source, type(error).__name__, text)


t = ops.convert_to_tensor(x[0])
for source in ("ops.cast(x, None)", "ops.cast(x, 'float')", "ops.softmax(np.float32(5))",
               "ops.log_softmax(np.float32(5))", "a[:, 5]", "a[:, -4]", "a[:, 1, 2, 3]", "a[:, :, :, :]", "a[..., 9]",
               "ops.stack([])", "len(Input(()))", "list(Input(()))", "float(a)", "int(a)", "bool(a)", "len(a)",
               "list(a)", "iter(a)", "f'{ops.convert_to_tensor(5.0):.2f}'", "f'{ops.convert_to_tensor([5.0]):.2f}'",
               "f'{ops.convert_to_tensor(\"five\"):.2f}'", "a.numpy()", "len(ops.convert_to_tensor(5.0))",
               "list(ops.convert_to_tensor(5.0))", "ops.reshape(x, 5)", "ops.ones((2, -1))",
               "ops.convert_to_tensor(words)", "t[5]", "t[0, 7]", "t[-4]", "t[0, 0, 0]", "t[[0, 1]]", "t[[0, 1, 0]]",
               "t[:, [0, 1]]", "t['a']", "t[2.5]", "t[True]", "t[np.True_]", "t[..., ...]", "t[::0]", "t[:, ::0]",
               "t[1.5:]", "t[:, 'a':]", "a[..., ...]", "taped(lambda x: x[..., ...])", "taped(lambda x: x[:, ::0])",
               "ops.einsum('ab,ab->ab', t)", "ops.einsum('ab->abc', t)", "ops.einsum('aab->ab', t)",
               "layers.StringLookup(vocabulary=['a'], invert=True)(['a'])", "t[t > 1]", "t[np.array([True, False])]",
               "t[np.array([True, False, True])]", "a['a']", "a[:, 2.5]", "a[:, [0, 1]]", "taped(lambda x: x[5])",
               "taped(lambda x: x[0, -7])", "taped(lambda x: x[0, 0, 0])", "taped(lambda x: x[x > 1])",
               "taped(lambda x: x[[0, 1]])", "taped(lambda x: x['a'])", "tf.GradientTape().watch(5)",
               "tf.GradientTape().watch('five')", "tf.TensorShape(5)", "tf.TensorShape('ab')",
               "tf.TensorShape([1, 'a'])", "tf.TensorShape(2.5)", "tf.TensorShape([-1])", "ops.matmul(x)"):
    attempt(source)
try:
    ops.concatenate([])
except tf.errors.InvalidArgumentError as error:  # TensorFlow speaks of the kernels that it has
    print(type(error).__name__)
try:
    np.array(a)
except ValueError as error:
    print(error)
