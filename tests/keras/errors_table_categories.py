# Layers of texts and categories: each call raises the class that Keras raises, and training goes on.
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
    "layers.CategoryEncoding(num_tokens='zz')(whole)",
    "layers.CategoryEncoding(4, name=5)(whole)",
    "layers.CategoryEncoding(4, dtype='zz')(whole)",
    "layers.CategoryEncoding(4, trainable='zz')(whole)",
    "layers.CategoryEncoding(4, nothing=1)",
    "layers.CategoryEncoding(4)(None)",
    "layers.CategoryEncoding(4)('zz')",
    "layers.CategoryEncoding(4)([x, steps])",
    "layers.CategoryEncoding(4)()",
    "layers.Discretization(bin_boundaries='zz')(x)",
    "layers.Discretization(bin_boundaries=-1)(x)",
    "layers.Discretization(bin_boundaries=[0.0, 1.0], num_bins='zz')(x)",
    "layers.Discretization(bin_boundaries=[0.0, 1.0], output_mode='zz')(x)",
    "layers.Discretization(bin_boundaries=[0.0, 1.0], output_mode=5)(x)",
    "layers.Discretization(bin_boundaries=[0.0, 1.0], sparse='zz')(x)",
    "layers.Discretization(bin_boundaries=[0.0, 1.0], dtype='zz')(x)",
    "layers.Discretization(bin_boundaries=[0.0, 1.0], name=5)(x)",
    "layers.Discretization(bin_boundaries=[0.0, 1.0])(None)",
    "layers.Discretization(bin_boundaries=[0.0, 1.0])('zz')",
    "layers.Discretization(bin_boundaries=[0.0, 1.0])([x, steps])",
    "layers.Discretization(bin_boundaries=[0.0, 1.0])()",
    "layers.Embedding(5, 2, weights='zz')(whole)",
    "layers.Embedding(5, 2, weights=-1)(whole)",
    "layers.Embedding(5, 2, lora_rank='zz')(whole)",
    "layers.Embedding(5, 2, lora_rank=-1)(whole)",
    "layers.Embedding(5, 2, name=5)(whole)",
    "layers.Embedding(5, 2, dtype='zz')(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], max_tokens='zz')(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], max_tokens=-1)(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], num_oov_indices='zz')(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], num_oov_indices=-1)(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], mask_token='zz')(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], mask_token=1.5)(whole)",
    "layers.IntegerLookup(vocabulary=-1)(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], vocabulary_dtype='zz')(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], vocabulary_dtype=5)(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], idf_weights='zz')(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], idf_weights=-1)(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], output_mode='zz')(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], output_mode=5)(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], sparse='zz')(whole)",
    "layers.IntegerLookup(vocabulary=[1, 2, 3], pad_to_max_tokens='zz')(whole)",
    "layers.Masking(mask_value='zz')(steps)",
    "layers.Masking(mask_value=None)(steps)",
    "layers.Masking(name=5)(steps)",
    "layers.Masking(dtype='zz')(steps)",
    "layers.Masking(trainable='zz')(steps)",
    "layers.Masking(nothing=1)",
    "layers.Masking()(None)",
    "layers.Masking()('zz')",
    "layers.Masking()(5)",
    "layers.Masking()([x, steps])",
    "layers.StringLookup(vocabulary=['a', 'b'], max_tokens='zz')(texts)",
    "layers.StringLookup(vocabulary=['a', 'b'], num_oov_indices='zz')(texts)",
    "layers.StringLookup(vocabulary=['a', 'b'], num_oov_indices=-1)(texts)",
    "layers.StringLookup(vocabulary=['a', 'b'], mask_token=-1)(texts)",
    "layers.StringLookup(vocabulary=['a', 'b'], mask_token=1.5)(texts)",
    "layers.StringLookup(vocabulary=-1)(texts)",
    "layers.StringLookup(vocabulary=['a', 'b'], idf_weights='zz')(texts)",
    "layers.StringLookup(vocabulary=['a', 'b'], idf_weights=-1)(texts)",
    "layers.StringLookup(vocabulary=['a', 'b'], output_mode='zz')(texts)",
    "layers.StringLookup(vocabulary=['a', 'b'], output_mode=5)(texts)",
    "layers.StringLookup(vocabulary=['a', 'b'], pad_to_max_tokens='zz')(texts)",
    "layers.StringLookup(vocabulary=['a', 'b'], sparse='zz')(texts)",
    "layers.StringLookup(vocabulary=['a', 'b'], name=5)(texts)",
    "layers.StringLookup(vocabulary=['a', 'b'], salt='zz')(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], max_tokens='zz')(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], standardize='zz')(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], standardize=5)(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], output_mode='zz')(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], output_mode=5)(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], output_sequence_length=-1)(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], pad_to_max_tokens='zz')(texts)",
    "layers.TextVectorization(vocabulary=-1)(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], idf_weights='zz')(texts)",
]:
    attempt(call)
print(round(float(model.train_on_batch(x, y)), 5))
for call in [
    "layers.CategoryEncoding(num_tokens=-1)(whole)",
    "layers.CategoryEncoding(4, output_mode='zz')(whole)",
    "layers.CategoryEncoding(4, output_mode=5)(whole)",
    "layers.CategoryEncoding()",
    "layers.Discretization(bin_boundaries=[0.0, 1.0], num_bins=-1)(x)",
    "layers.Discretization(bin_boundaries=[0.0, 1.0], trainable='zz')(x)",
    "layers.Discretization(bin_boundaries=[0.0, 1.0], nothing=1)",
    "layers.Discretization()",
    "layers.Embedding(output_dim=2, input_dim='zz')(whole)",
    "layers.Embedding(output_dim=2, input_dim=-1)(whole)",
    "layers.Embedding(5, output_dim='zz')(whole)",
    "layers.Embedding(5, output_dim=-1)(whole)",
    "layers.Embedding(5, 2, embeddings_initializer='zz')(whole)",
    "layers.Embedding(5, 2, embeddings_initializer=5)(whole)",
    "layers.Embedding(5, 2, embeddings_regularizer='zz')(whole)",
    "layers.Embedding(5, 2, embeddings_regularizer=5)(whole)",
    "layers.Embedding(5, 2, embeddings_constraint='zz')(whole)",
    "layers.Embedding(5, 2, embeddings_constraint=5)(whole)",
    "layers.IntegerLookup(vocabulary='zz')(whole)",
    "layers.Masking()()",
    "layers.StringLookup(vocabulary=['a', 'b'], max_tokens=-1)(texts)",
    "layers.StringLookup(vocabulary='zz')(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], max_tokens=-1)(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], split='zz')(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], split=5)(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], ngrams='zz')(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], ngrams=1.5)(texts)",
    "layers.TextVectorization(vocabulary=['a', 'b'], output_sequence_length='zz')(texts)",
    "layers.TextVectorization(vocabulary='zz')(texts)",
]:
    attempt(call, True)
print(round(float(model.train_on_batch(x, y)), 5))
