# close: the losses CTC and Circle
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, losses

r = np.random.RandomState(1)
labels = np.array([[1, 2, 0], [2, 2, 1], [1, 0, 0], [0, 0, 0]])
logits = r.uniform(-1, 1, (4, 6, 4)).astype("float32")
print((np.asarray(losses.CTC(reduction="none")(labels, logits)) / 10).tolist())
print(float(losses.CTC()(labels, logits)) / 10, float(losses.CTC()(labels, logits, sample_weight=np.array([1.0, 0.5,
        0.0, 2.0]))) / 10)
print(float(losses.ctc(labels, logits)[1]) / 10, losses.CTC(name="c").get_config())
model = keras.Sequential([keras.Input((6, 3)), layers.Dense(5)])
model.set_weights([r.uniform(-0.4, 0.4, w.shape) for w in model.get_weights()])
model.compile("sgd", losses.CTC())
x = r.rand(4, 6, 3)
print([i / 10 for i in model.fit(x, np.array([[1, 2, 0], [2, 2, 1], [1, 0, 0], [3, 4, 1]]), epochs=3,
        verbose=0).history["loss"]])
print(model.predict(x, verbose=0)[0, 0].tolist())
points = r.uniform(-1, 1, (5, 3)).astype("float32")
kinds = np.array([0, 1, 0, 1, 2])
print(float(losses.Circle()(kinds, points)) / 100)
for loss in (losses.Circle(gamma=3.0, margin=0.2, reduction="none"), losses.Circle(gamma=3.0, remove_diagonal=False,
        reduction="none")):
    print((np.asarray(loss(kinds, points)) / 10).tolist())
print(losses.Circle(gamma=2.0).get_config())
model = keras.Sequential([keras.Input((3,)), layers.Dense(4), layers.UnitNormalization()])
model.set_weights([r.uniform(-0.4, 0.4, w.shape) for w in model.get_weights()])
model.compile("sgd", losses.Circle(gamma=2.0))
print([i / 10 for i in model.fit(points, kinds, epochs=3, verbose=0).history["loss"]])
for call in ("losses.CTC()(kinds, logits)", "losses.CTC()(labels, points)", "losses.CTC(reduction='zz')",
        "losses.Circle(gamma='a')(kinds, points)"):
    try:
        print(call, "gives", eval(call))
    except Exception as error:
        print(call, type(error).__name__)
