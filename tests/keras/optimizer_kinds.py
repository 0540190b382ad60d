# close: numbers within 1e-5. Losses of twenty steps of the other optimizers, each with options of its own.
import keras, numpy as np
from keras import layers, optimizers
rs = np.random.RandomState(3)
x = rs.uniform(-1, 1, (140, 5)).astype("float32")
labels = rs.randint(0, 3, 140)
k1, k2 = rs.uniform(-0.5, 0.5, (5, 7)), rs.uniform(-0.5, 0.5, (7, 3))
def run(optimizer):
    m = keras.Sequential([keras.Input((5,)), layers.Dense(7, activation="tanh"), layers.Dense(3, activation="softmax")])
    m.set_weights([k1, np.zeros(7), k2, np.zeros(3)])
    m.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy")
    losses = []
    for step in range(20):
        part = slice(step * 7, step * 7 + 7)
        losses.append("%.6f" % (m.train_on_batch(x[part], labels[part]) / 4))
    print(optimizer.name, optimizer.iterations if isinstance(optimizer.iterations, int) else int(optimizer.iterations))
    print(losses)
    print(["%.6f" % v for v in m.get_weights()[2][:2].ravel()])
run(optimizers.AdamW(0.01, weight_decay=0.03))
run(optimizers.AdamW(0.02, amsgrad=True, beta_1=0.8))
run(optimizers.Adamax(0.02, beta_1=0.8, beta_2=0.99, epsilon=1e-4))
run(optimizers.Nadam(0.01, beta_1=0.85, beta_2=0.99, epsilon=1e-5))
run(optimizers.Adagrad(0.05, initial_accumulator_value=0.2, epsilon=1e-4))
run(optimizers.Adadelta(0.9, rho=0.9, epsilon=1e-5))
run(optimizers.Ftrl(0.1, learning_rate_power=-0.6, initial_accumulator_value=0.2, l1_regularization_strength=0.001, l2_regularization_strength=0.01, l2_shrinkage_regularization_strength=0.02, beta=0.1))
run(optimizers.Ftrl(0.2))
run(optimizers.Lion(0.002, beta_1=0.8, beta_2=0.95, weight_decay=0.1))
run(optimizers.SGD(0.1, momentum=0.5, global_clipnorm=0.05))
run(optimizers.Adam(0.01, clipvalue=0.01, weight_decay=0.02))
