# close
# The rarer methods of data sets, iterators, schedules and variables.
import numpy as np
import tensorflow as tf
import keras
from keras import layers
from keras.utils import img_to_array

print(keras.Variable(np.zeros((2, 3))).ndim)
numbers = tf.data.Dataset.range(7)
print([int(n) for n in numbers.apply(lambda data: data.map(lambda n: n * 2))])
print(numbers.batch(3).element_spec, numbers.element_spec)
print(int(numbers.take(1).get_single_element()))
print([int(n) for n in numbers.with_options(tf.data.Options())], int(tf.data.experimental.cardinality(numbers)))
print(img_to_array(np.arange(12.0).reshape(2, 2, 3)).dtype, img_to_array(np.zeros((2, 2))).shape)


class Halving(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        return 0.5 / (step + 1)


try:
    Halving().get_config()
except NotImplementedError as error:
    print(type(error).__name__)


class Batches(keras.utils.PyDataset):
    def __init__(self):
        super().__init__()
        self.begun = 0

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return np.ones((4, 3)), np.zeros((4, 1))

    def on_epoch_begin(self):
        self.begun += 1


batches = Batches()
model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(batches, epochs=2, verbose=0)
print(batches.begun, batches.num_batches)
print(sorted(model.get_compile_config())[:3])
print(keras.ops.copy(np.arange(3.0)))
with tf.GradientTape() as tape:
    v = tf.Variable(3.0)
    a = v * v
    tape.reset()
    b = v * 4.0
print(float(tape.gradient(b, v)))
best = tf.math.top_k([1.0, 5.0, 3.0], k=2)
print(best.values.numpy(), best.indices.numpy())
