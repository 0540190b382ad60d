# close
import numpy as np, keras
from keras import layers, ops
class M(keras.Model):
    def __init__(self):
        super().__init__()
        self.tok = layers.Embedding(10, 3); self.pos = layers.Embedding(4, 3); self.d = layers.Dense(1)
    def call(self, x):
        return self.d(ops.mean(self.tok(x) + self.pos(ops.arange(4)), axis=1))
m = M()
r = np.random.RandomState(0)
x = r.randint(0, 10, (6, 4)); y = r.rand(6) / 4
m(x)
m.set_weights([r.rand(*w.shape) for w in m.get_weights()])
m.compile("sgd", "mse"); 
for i in range(3): print(m.train_on_batch(x, y))
print(m.predict(x, verbose=0).ravel())
