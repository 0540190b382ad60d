# close
import numpy as np, keras
from keras import layers
x = np.random.RandomState(3).rand(20, 3).astype("float32"); y = np.random.RandomState(4).rand(20, 2).astype("float32")
O = keras.optimizers
for opt in (O.Lamb(0.01, beta_1=0.8, epsilon=1e-6), O.Adafactor(0.02), O.Adafactor(0.02, relative_step=False, clip_threshold=0.7), O.Muon(0.02), O.Muon(0.01, nesterov=False, rms_rate=None, exclude_layers=["out"]), O.Lamb(O.schedules.ExponentialDecay(0.01, 5, 0.5), clipnorm=0.3, weight_decay=0.01), O.Lamb(0.01, global_clipnorm=.1), O.Lamb(0.01, clipvalue=.05)):
    rng = np.random.RandomState(5)
    model = keras.Sequential([keras.Input((3,)), layers.Dense(5, activation="tanh"), layers.Dense(2, name="out")])
    model.set_weights([(rng.rand(*w.shape).astype("float32") - .3) for w in model.get_weights()])
    model.compile(optimizer=opt, loss="mse", metrics=["mae"])
    h = model.fit(x, y, epochs=3, shuffle=False, batch_size=5, verbose=0)
    print(type(opt).__name__, [round(i, 6) for i in h.history["loss"]], len(opt.variables), int(opt.iterations))
    c = opt.get_config(); c.pop("name"); print({k: v for k, v in c.items() if not isinstance(v, dict)} if not isinstance(c["learning_rate"], dict) else c["learning_rate"]["class_name"])
m = keras.metrics.PearsonCorrelation(axis=-1); m.update_state([[0, 1, 0.5], [1, 1, 0.2]], [[0.1, 0.9, 0.5], [1, 0.9, 0.2]]); print(round(float(m.result()), 5), m.get_config()["axis"])
m = keras.metrics.ConcordanceCorrelation(axis=-1); m.update_state([[0, 1, 0.5], [1, 1, 0.2]], [[0.1, 0.9, 0.5], [1, 0.9, 0.2]]); print(round(float(m.result()), 5), m.get_config()["name"])
l = keras.losses.CategoricalGeneralizedCrossEntropy(q=0.7); print(round(float(l(np.array([0, 1]), np.array([[.7, .3], [.2, .8]]))), 5), l.get_config()["q"])
for f in (lambda: O.Lamb(0.1, clipnorm=1, clipvalue=2), lambda: O.Lamb("x"), lambda: O.Lamb(0.1).apply([], None), lambda: O.Lamb(0.1).apply([1.0])):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:80])
o = O.Lamb(0.1); o.exclude_from_weight_decay(var_names=["bias"]); o.learning_rate = 0.3; print(round(float(o.learning_rate), 4), o.name)
v = keras.Variable(np.ones(3)); o.apply([np.ones(3)], [v]); print(np.asarray(v).round(4), o.built)
try: o.apply([np.ones(3)], [keras.Variable(np.ones(3))])
except ValueError as e: print(str(e)[:16])
a = O.Lamb.from_config(o.get_config()); print(a.beta_1)
