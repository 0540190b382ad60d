# close: numbers within 1e-5. Schedules of learning rates, alone and in fit; one of the user's own.
import keras, numpy as np
from keras import layers, optimizers
from keras.optimizers.schedules import ExponentialDecay, PiecewiseConstantDecay, PolynomialDecay
from keras.optimizers import schedules
kinds = [ExponentialDecay(0.5, 7, 0.9), ExponentialDecay(0.5, 7, 0.8, staircase=True),
         PiecewiseConstantDecay([3, 9], [0.5, 0.25, 0.125]), PolynomialDecay(0.3, 8, 0.01, power=2.0),
         PolynomialDecay(0.3, 8, 0.01, cycle=True), schedules.InverseTimeDecay(0.4, 5, 0.5),
         schedules.InverseTimeDecay(0.4, 5, 0.5, staircase=True), schedules.CosineDecay(0.2, 11, alpha=0.1),
         schedules.CosineDecay(0.01, 11, warmup_target=0.3, warmup_steps=4), schedules.CosineDecayRestarts(0.3, 4, t_mul=1.5, m_mul=0.8, alpha=0.05),
         schedules.CosineDecayRestarts(0.3, 4, t_mul=1.0)]
for s in kinds:
    print(type(s).__name__, ["%.6f" % float(s(i)) for i in range(0, 24, 3)])
    print(s.get_config())
    print(type(s).from_config(s.get_config()).name)
class Warm(schedules.LearningRateSchedule):
    def __init__(self, most):
        self.most = most
    def __call__(self, step):
        return self.most * (step + 1) / 20
    def get_config(self):
        return {"most": self.most}
rs = np.random.RandomState(5)
x, y = rs.uniform(-1, 1, (63, 4)), rs.uniform(-1, 1, (63, 2))
k = rs.uniform(-0.5, 0.5, (4, 2))
for s in kinds[:4] + kinds[-3:]:
    m = keras.Sequential([keras.Input((4,)), layers.Dense(2)])
    m.set_weights([k, np.zeros(2)])
    m.compile(optimizer=optimizers.SGD(s, momentum=0.5), loss="mse")
    h = m.fit(x, y, batch_size=7, shuffle=False, verbose=0, epochs=2)
    print(["%.6f" % v for v in h.history["loss"]], "%.6f" % float(m.optimizer.learning_rate))
print(m.optimizer.get_config()["learning_rate"]["class_name"])
try:
    m.optimizer.learning_rate = 0.1
except TypeError as e:
    print(e)
for bad in [lambda: ExponentialDecay(0.1, 0, 0.5), lambda: PiecewiseConstantDecay([1, 2], [0.1, 0.2]), lambda: schedules.LearningRateSchedule()(3)]:
    try:
        bad()
    except (ValueError, NotImplementedError) as e:
        print(type(e).__name__, e)
class Plain(schedules.LearningRateSchedule):
    def __call__(self, step):
        return 0.1
m.compile(optimizer=optimizers.SGD(Plain()), loss="mse")
print("%.6f" % m.fit(x, y, batch_size=9, shuffle=False, verbose=0).history["loss"][0])
