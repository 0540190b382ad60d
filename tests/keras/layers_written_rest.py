# close
import numpy as np
import keras
from keras import layers, ops

q = np.random.RandomState(0).rand(2, 4, 6).astype("float32")
m = layers.MultiHeadAttention(2, 3)
m(q, q)
print([type(i).__name__ for i in (m.query_dense, m.key_dense, m.value_dense, m.output_dense)])
print(m.query_dense.kernel.shape, m.output_dense.bias.shape, m.num_heads, m.key_dim, m.value_dim, m.dropout, m.use_bias)
print(m.compute_output_shape((None, 4, 6), (None, 5, 6)), m.attention_axes)
e = layers.EinsumDense("abc,cd->abd", output_shape=(None, 3))
print(e.compute_output_shape((None, 4, 6)))
print(layers.Attention().compute_output_shape([(None, 4, 6), (None, 5, 2)]))
g = layers.GroupQueryAttention(2, 4, 2)
print(g.compute_output_shape((2, 4, 6), (2, 5, 6)))
d = layers.Discretization(bin_boundaries=[0.5])
print(d.get_config()["bin_boundaries"], layers.StringLookup(vocabulary=["a"]).get_config()["oov_token"],
      layers.IntegerLookup(vocabulary=[3]).get_config()["vocabulary_dtype"])
stack = layers.StackedRNNCells([layers.LSTMCell(4), layers.GRUCell(3)])
rnn = layers.RNN(stack, return_sequences=True)
print(stack.output_size, rnn.compute_output_shape((None, 5, 2)))
rnn.reset_state()
masked = keras.Sequential([keras.Input((5, 2)), layers.Masking(0.0), layers.RNN(layers.GRUCell(3, reset_after=False), go_backwards=True)])
r = np.random.RandomState(3)
masked.set_weights([r.rand(*w.shape) - 0.5 for w in masked.get_weights()])
x = r.rand(2, 5, 2)
x[0, 3:] = 0
print(masked.predict(x, verbose=0).round(5).tolist())
states = layers.RNN(layers.SimpleRNNCell(2, activation="relu"), return_state=True, zero_output_for_mask=True)
out, last = states(q, initial_state=[np.ones((2, 2), "float32")])
print(out.shape, last.shape)
for cell in (layers.SimpleRNNCell(2), layers.LSTMCell(2, unit_forget_bias=False), layers.GRUCell(2)):
    print(sorted(cell.get_config())[:6], [i.shape for i in cell.get_initial_state(3)])
print(keras.random.categorical(np.log([[0.0001, 0.9999], [0.9999, 0.0001]]), 3).shape)


class Reads(keras.Model):
    def predict_step(self, data):
        return super().predict_step(data) * 2


i = keras.Input((3,), name="in")
model = Reads(i, layers.Dense(1, kernel_initializer="ones", name="out")(i))
print(model.predict(np.ones((2, 3)), verbose=0).ravel(), model.output_names)


class Twice(layers.Layer):
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        print("derived", cls.__name__)


class Thrice(Twice):
    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1],), initializer="ones", constraint="non_neg")
        self.built = True

    def call(self, x):
        return x * self.kernel


layer = Thrice()
layer.build((None, 3))
print(layer(np.ones((1, 3))).numpy(), layer.built, len(layer.weights), layer.kernel.constraint is not None)
model = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
model.compile("sgd", "mse", run_eagerly=True)
print(len(model.fit(np.ones((7, 2)), np.ones(7), shuffle="batch", batch_size=3, epochs=2, verbose=0).history["loss"]))
model.compile("sgd", "mse")
print(len(model.fit(np.ones((7, 2)), np.ones(7), shuffle="batch", batch_size=3, epochs=2, verbose=0).history["loss"]))
print(ops.zeros((2, 3)).shape, [m.name for m in model.metrics])
