# close
# Penalties of outputs by functions of the program's own; weights without an initializer, and weights by their names.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Sequential

random = np.random.RandomState(3)
x = random.uniform(-1, 1, (7, 3)).astype("float32")
y = random.uniform(-1, 1, (7, 1)).astype("float32")


def penalty(output):
    return 0.1 * keras.ops.sum(keras.ops.abs(output) ** 3)


class Penalty(keras.regularizers.Regularizer):
    def __call__(self, output):
        return 0.05 * keras.ops.mean(output * output)


for regularizer in (penalty, Penalty(), "l1", keras.regularizers.L1L2(0.1, 0.2)):
    model = Sequential([Input((3,)), layers.Dense(3, activity_regularizer=regularizer), layers.Dense(1)])
    model.set_weights([random.uniform(-1, 1, weight.shape) for weight in model.get_weights()])
    model.compile("sgd", "mse")
    print(model.evaluate(x, y, batch_size=3, verbose=0))
    print(model.fit(x, y, epochs=2, batch_size=3, shuffle=False, verbose=0).history)
    layer = layers.Dense(2, kernel_initializer="ones", activity_regularizer=regularizer)
    layer(x)
    print([float(loss) for loss in layer.losses])
whole = layers.Lambda(lambda v: keras.ops.sum(v), activity_regularizer="l2")
whole(x)
print(float(whole.losses[0]))

keras.utils.set_random_seed(1)
dense = layers.Dense(4, kernel_initializer=None, bias_initializer=None)
dense.build((None, 3))
print(dense.kernel.shape, dense.bias.shape, dense.get_config()["kernel_initializer"])
print(bool(np.all(np.abs(dense.kernel.numpy()) <= np.sqrt(6 / 7))), bool(np.any(dense.bias.numpy() != 0)))
table = layers.Embedding(5, 2, embeddings_initializer=None)
rows = table(np.array([[-1, 4], [-5, 0]])).numpy()
print(rows.shape, bool(np.all(rows[:, 0] == rows[:, 1])))
model = Sequential([Input((2,)), layers.Embedding(5, 2, embeddings_initializer="ones"), layers.Flatten(),
                    layers.Dense(1, kernel_initializer="ones")])
model.compile("adam", "mse")
model.fit(np.array([[-1, 0], [4, -4], [1, 2]]), np.array([[0.5], [0.1], [0.2]]), epochs=2, verbose=0)
print((model.layers[0].embeddings.numpy() - 1).tolist())
for layer, shape in ((layers.BatchNormalization(), (None, 5, 3)), (layers.LayerNormalization(), (None, 5, 3)), (layers.PReLU(), (None, 2)),
                     (layers.Embedding(4, 2), (None, 2)), (layers.SeparableConv1D(2, 2), (None, 5, 3))):
    names = ("gamma", "beta", "moving_mean", "moving_variance", "embeddings", "alpha", "depthwise_kernel", "pointwise_kernel")
    for _ in range(2):
        for name in names:
            try:
                value = getattr(layer, name)
                print(name, None if value is None else value.shape, end=" ")
            except AttributeError as error:
                print(error, end=" ")
        print()
        if not layer.built:
            layer.build(shape)
