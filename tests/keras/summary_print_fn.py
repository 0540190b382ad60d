# The table goes to a function.
import keras
from keras import layers
m = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
lines = []
m.summary(print_fn=lambda x: lines.append(x))
print(len(lines), type(lines[0]))
print("\n".join(lines))
m.summary(print_fn=print)
