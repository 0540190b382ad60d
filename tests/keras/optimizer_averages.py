# close: numbers within 1e-5. Options that all optimizers share: averages of weights, accumulated gradients, loss scale.
import keras, numpy as np
from keras import layers, optimizers
rs = np.random.RandomState(5)
x = rs.uniform(-1, 1, (63, 4)).astype("float32")
y = rs.uniform(-1, 1, (63, 2)).astype("float32")
k = rs.uniform(-0.5, 0.5, (4, 2))
def run(optimizer, epochs=1):
    m = keras.Sequential([keras.Input((4,)), layers.Dense(2)])
    m.set_weights([k, np.zeros(2)])
    m.compile(optimizer=optimizer, loss="mse")
    h = m.fit(x, y, batch_size=7, shuffle=False, verbose=0, epochs=epochs)
    print(["%.6f" % v for v in h.history["loss"]])
    print(["%.6f" % v for v in m.get_weights()[0].ravel()])
    print("%.6f" % m.evaluate(x, y, verbose=0))
run(optimizers.SGD(0.1, use_ema=True, ema_momentum=0.9), 2)
run(optimizers.SGD(0.1, use_ema=True, ema_momentum=0.8, ema_overwrite_frequency=4), 2)
run(optimizers.Adam(0.05, gradient_accumulation_steps=3), 2)
run(optimizers.SGD(0.2, momentum=0.9, gradient_accumulation_steps=2, clipnorm=0.1, weight_decay=0.01), 2)
run(optimizers.SGD(0.1, loss_scale_factor=8.0))
run(optimizers.RMSprop(0.01, gradient_accumulation_steps=4, use_ema=True, ema_momentum=0.5))
