# Attention: each call raises the class that Keras raises, and training goes on.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import activations, callbacks, constraints, initializers, layers, losses, metrics, optimizers, regularizers
from keras import Input, Model, Sequential
from keras.optimizers import schedules

r = np.random.RandomState(7)
v, x, steps = r.rand(4).astype("float32"), r.rand(4, 3).astype("float32"), r.rand(4, 5, 3).astype("float32")
image, box = r.rand(4, 4, 5, 3).astype("float32"), r.rand(2, 4, 4, 4, 3).astype("float32")
whole, texts = np.array([[0, 1], [2, 1], [1, 1], [0, 2]]), np.array([["a"], ["b"], ["c"], ["a"]])
hot, labels = np.eye(3, dtype="float32")[[0, 1, 2, 0]], np.array([0, 1, 2, 0])
proba, y = r.rand(4, 3).astype("float32"), r.rand(4, 1).astype("float32")
model = Sequential([Input((3,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.set_weights([r.rand(3, 1), r.rand(1)])


def step(optimizer):
    w = keras.Variable(np.ones((2, 2), "float32"))
    optimizer.apply([keras.ops.ones((2, 2))], [w])
    return w


def attempt(call, said=False):
    keras.backend.clear_session(free_memory=False)
    try:
        eval(call)
        print(call, "gives")
    except Exception as error:
        print(call, type(error).__name__, *([str(error)] if said else []))

for call in [
    "layers.AdditiveAttention(name=5)([steps, steps])",
    "layers.AdditiveAttention(dtype='zz')([steps, steps])",
    "layers.AdditiveAttention(trainable='zz')([steps, steps])",
    "layers.AdditiveAttention(nothing=1)",
    "layers.AdditiveAttention()(None)",
    "layers.AdditiveAttention()('zz')",
    "layers.AdditiveAttention()(5)",
    "layers.Attention(score_mode='zz')([steps, steps])",
    "layers.Attention(score_mode=5)([steps, steps])",
    "layers.Attention(name=5)([steps, steps])",
    "layers.Attention(dtype='zz')([steps, steps])",
    "layers.Attention(trainable='zz')([steps, steps])",
    "layers.Attention(nothing=1)",
    "layers.Attention()(None)",
    "layers.Attention()('zz')",
    "layers.Attention()(5)",
    "layers.EinsumDense(output_shape=2, equation=-1)(x)",
    "layers.EinsumDense('ab,bc->ac', output_shape='zz')(x)",
    "layers.GroupQueryAttention(num_query_heads=4, num_key_value_heads=2, head_dim='zz')(steps, steps)",
    "layers.GroupQueryAttention(num_query_heads=4, num_key_value_heads=2, head_dim=-1)(steps, steps)",
    "layers.GroupQueryAttention(4, 4, 2, dropout='zz')(steps, steps)",
    "layers.GroupQueryAttention(4, 4, 2, sliding_window='zz')(steps, steps)",
    "layers.GroupQueryAttention(4, 4, 2, sliding_window=-1)(steps, steps)",
    "layers.GroupQueryAttention(4, 4, 2, flash_attention='zz')(steps, steps)",
    "layers.GroupQueryAttention(4, 4, 2, flash_attention=-1)(steps, steps)",
    "layers.MultiHeadAttention(2, 2, dropout='zz')(steps, steps)",
    "layers.MultiHeadAttention(2, 2, output_shape='zz')(steps, steps)",
    "layers.MultiHeadAttention(2, 2, attention_axes='zz')(steps, steps)",
    "layers.MultiHeadAttention(2, 2, attention_axes=1.5)(steps, steps)",
    "layers.MultiHeadAttention(2, 2, sliding_window='zz')(steps, steps)",
    "layers.MultiHeadAttention(2, 2, sliding_window=-1)(steps, steps)",
    "layers.MultiHeadAttention(2, 2, flash_attention='zz')(steps, steps)",
    "layers.MultiHeadAttention(2, 2, flash_attention=-1)(steps, steps)",
]:
    attempt(call)
print(round(float(model.train_on_batch(x, y)), 5))
for call in [
    "layers.AdditiveAttention(dropout='zz')([steps, steps])",
    "layers.AdditiveAttention(dropout=None)([steps, steps])",
    "layers.AdditiveAttention()(v)",
    "layers.AdditiveAttention()(x)",
    "layers.AdditiveAttention()(steps)",
    "layers.AdditiveAttention()(image)",
    "layers.AdditiveAttention()(box)",
    "layers.AdditiveAttention()(Input((3,)))",
    "layers.AdditiveAttention()(Input((4, 3)))",
    "layers.Attention(dropout='zz')([steps, steps])",
    "layers.Attention(dropout=None)([steps, steps])",
    "layers.Attention()(v)",
    "layers.Attention()(x)",
    "layers.Attention()(steps)",
    "layers.Attention()(image)",
    "layers.Attention()(box)",
    "layers.EinsumDense(output_shape=2, equation='zz')(x)",
    "layers.EinsumDense('ab,bc->ac', output_shape=-1)(x)",
    "layers.EinsumDense('ab,bc->ac', 2, activation='zz')(x)",
    "layers.EinsumDense('ab,bc->ac', 2, activation=5)(x)",
    "layers.EinsumDense('ab,bc->ac', 2, bias_axes='zz')(x)",
    "layers.EinsumDense('ab,bc->ac', 2, bias_axes=-1)(x)",
    "layers.EinsumDense('ab,bc->ac', 2, kernel_initializer='zz')(x)",
    "layers.EinsumDense('ab,bc->ac', 2, kernel_initializer=5)(x)",
    "layers.EinsumDense('ab,bc->ac', 2, bias_initializer='zz')(x)",
    "layers.EinsumDense('ab,bc->ac', 2, bias_initializer=5)(x)",
    "layers.EinsumDense('ab,bc->ac', 2, kernel_regularizer='zz')(x)",
    "layers.EinsumDense('ab,bc->ac', 2, kernel_regularizer=5)(x)",
    "layers.EinsumDense('ab,bc->ac', 2, bias_regularizer='zz')(x)",
    "layers.EinsumDense('ab,bc->ac', 2, bias_regularizer=5)(x)",
    "layers.GroupQueryAttention(4, num_key_value_heads=2, num_query_heads='zz')(steps, steps)",
    "layers.GroupQueryAttention(4, num_key_value_heads=2, num_query_heads=-1)(steps, steps)",
    "layers.GroupQueryAttention(4, 4, num_key_value_heads='zz')(steps, steps)",
    "layers.GroupQueryAttention(4, 4, num_key_value_heads=-1)(steps, steps)",
    "layers.GroupQueryAttention(4, 4, 2, dropout=-1)(steps, steps)",
    "layers.GroupQueryAttention(4, 4, 2, kernel_initializer='zz')(steps, steps)",
    "layers.GroupQueryAttention(4, 4, 2, kernel_initializer=5)(steps, steps)",
    "layers.GroupQueryAttention(4, 4, 2, bias_initializer='zz')(steps, steps)",
    "layers.GroupQueryAttention(4, 4, 2, bias_initializer=5)(steps, steps)",
    "layers.MultiHeadAttention(key_dim=2, num_heads='zz')(steps, steps)",
    "layers.MultiHeadAttention(key_dim=2, num_heads=-1)(steps, steps)",
    "layers.MultiHeadAttention(2, key_dim='zz')(steps, steps)",
    "layers.MultiHeadAttention(2, key_dim=-1)(steps, steps)",
    "layers.MultiHeadAttention(2, 2, value_dim='zz')(steps, steps)",
    "layers.MultiHeadAttention(2, 2, value_dim=-1)(steps, steps)",
    "layers.MultiHeadAttention(2, 2, dropout=-1)(steps, steps)",
    "layers.MultiHeadAttention(2, 2, output_shape=-1)(steps, steps)",
]:
    attempt(call, True)
print(round(float(model.train_on_batch(x, y)), 5))
