# masked
# keras.utils.Progbar: the line at the end, and what it refuses.
import keras

bar = keras.utils.Progbar(5, verbose=2, stateful_metrics=["size"])
for step in range(5):
    bar.update(step + 1, [("loss", 0.5 / (step + 1)), ("size", step)])
bar = keras.utils.Progbar(3, verbose=2)
bar.add(1, [("loss", 2.0)])
bar.add(2, [("loss", 1.0)])
quiet = keras.utils.Progbar(3, verbose=0, stateless_metrics=["a"])
quiet.update(3, values=[("a", 1.0), ("b", 2.0)])
try:
    keras.utils.Progbar(3, stateful_metrics=["a"], stateless_metrics=["b"])
except ValueError as error:
    print(error)
