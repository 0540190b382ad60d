# close
import numpy as np, keras
from keras import layers, ops
class MinimalRNNCell(keras.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), initializer='uniform', name='kernel')
        self.recurrent_kernel = self.add_weight(shape=(self.units, self.units), initializer='uniform', name='recurrent_kernel')
    def call(self, inputs, states):
        prev_output = states[0]
        h = ops.matmul(inputs, self.kernel)
        output = h + ops.matmul(prev_output, self.recurrent_kernel)
        return output, [output]
rng = np.random.RandomState(0)
cell = MinimalRNNCell(4)
x = keras.Input((5, 3))
layer = layers.RNN(cell)
y = layer(x)
print(y.shape, [w.shape for w in layer.weights])
cells = [MinimalRNNCell(4), MinimalRNNCell(2)]
layer2 = layers.RNN(cells, return_sequences=True)
z = layer2(x)
print(z.shape, len(layer2.weights))
model = keras.Model(x, layers.Dense(1)(layer(x)))
model.set_weights([(rng.rand(*w.shape).astype("float32") - .5) for w in model.get_weights()])
model.summary()
xs = rng.rand(6, 5, 3).astype("float32"); ys = rng.rand(6, 1).astype("float32")
print(model.predict(xs, verbose=0).ravel().round(4))
model.compile("sgd", "mse")
print([round(i, 5) for i in model.fit(xs, ys, epochs=2, batch_size=2, shuffle=False, verbose=0).history["loss"]])
lstm = layers.RNN(layers.LSTMCell(4), return_state=True)
out = lstm(xs)
print(len(out), out[0].shape)
lstm.set_weights([(rng.rand(*w.shape).astype("float32") - .5) for w in lstm.get_weights()])
print(lstm(xs)[2].numpy()[0].round(4))
st = layers.RNN([layers.LSTMCell(4), layers.GRUCell(3), layers.SimpleRNNCell(2)])
print(st(xs).shape, len(st.weights), st.get_config()["cell"]["class_name"])
cell = layers.GRUCell(3)
o, s = cell(xs[:, 0], np.zeros((6, 3), "float32"))
print(o.shape, cell.state_size, cell.units)
print(layers.StackedRNNCells([layers.LSTMCell(4), layers.LSTMCell(3)]).state_size)
