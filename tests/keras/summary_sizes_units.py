# Sizes from bytes to gigabytes, long names, wide and narrow tables.
import keras
from keras import layers

for units in (1, 300, 3000):
    m = keras.Sequential([keras.Input((units,)), layers.Dense(units)], name=f"units_{units}")
    m.summary()
long = keras.Sequential([keras.Input((3,)), layers.Dense(2, name="a_layer_with_a_very_long_name_that_does_not_fit_in_a_column"),
                         layers.Dense(1, name="short")], name="a_model_with_a_very_long_name_that_is_longer_than_any_table_is")
long.summary()
long.summary(line_length=40)
long.summary(line_length=150)
long.summary(positions=[0.2, 0.9, 1.0])
empty = keras.Sequential(name="empty")
empty.summary()
only = keras.Sequential([keras.Input((3,))], name="only_an_input")
only.summary()
lines = []
long.summary(print_fn=lambda line, line_break=None: lines.append(line))
print(len(lines), lines[0].count("\n"))
unbuilt = keras.Sequential([layers.Dense(2), layers.Dropout(0.5), layers.Dense(1)], name="unbuilt")
unbuilt.summary(show_trainable=True)
unbuilt.compile("adam", "mse")
unbuilt.summary(line_length=65)
