# close
import numpy as np, keras
from keras import layers, ops
class P(layers.Layer):
    def __init__(self):
        super().__init__()
        self.tok = layers.Embedding(10, 3); self.pos = layers.Embedding(4, 3)
    def call(self, x):
        return self.tok(x) + self.pos(ops.arange(0, ops.shape(x)[-1], 1))
inp = keras.Input((4,))
m = keras.Model(inp, layers.Dense(1)(layers.GlobalAveragePooling1D()(P()(inp))))
r = np.random.RandomState(0)
m.set_weights([r.rand(*w.shape) for w in m.get_weights()])
x = r.randint(0, 10, (6, 4)); y = r.rand(6) / 4
print(m.predict(x, verbose=0).ravel())
m.compile("sgd", "mse"); 
for i in range(3): print(m.train_on_batch(x, y))
print([w.round(4).tolist() for w in m.get_weights()[1:]])
