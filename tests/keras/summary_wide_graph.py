# Names that do not fit their column.
import keras
from keras import layers
x = keras.Input((4,), name="measurements_of_the_flower")
a = layers.Dense(4, activation="relu", name="the_branch_on_the_left_side")(x)
b = layers.Dense(4, activation="relu", name="the_branch_on_the_right_side")(x)
y = layers.Add(name="sum_of_both_branches")([a, b, x])
z = layers.Multiply()([y, y])
keras.Model(x, z).summary()
