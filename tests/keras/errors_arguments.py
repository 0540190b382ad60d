# Arguments, data and functions that layers, models, metrics and optimizers refuse: class and text, or the class alone.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Model, Sequential

x = np.zeros((4, 3), "float32")
y = np.zeros((4, 1), "float32")
steps = np.zeros((2, 5, 3), "float32")


def bare(*parts):
    return Sequential([Input((3,)), *parts, layers.Dense(1)])


def built(loss="mse", metrics=None, parts=()):
    model = bare(*parts)
    model.compile("sgd", loss, metrics=metrics)
    return model


def two(loss="mse", **settings):
    start = Input((3,))
    model = Model(start, [layers.Dense(1, name="a")(start), layers.Dense(1, name="b")(start)])
    model.compile("sgd", loss, **settings)
    return model


def fails(*_, **__):
    raise KeyError("own")


def attempt(source, text=True):
    keras.backend.clear_session()
    try:
        print(source, "gives", type(eval(source)).__name__)
    except Exception as error:
        said = str(error)
        if "\x1b[1m" in said:  # what Keras wraps into "Exception encountered when calling ..." is the message
            said = said.split("\x1b[1m")[1].split("\x1b[0m")[0]
        print(source, type(error).__name__, said.strip() if text else "")


class Nothing(layers.Layer):
    def call(self, inputs):
        return None


class Failing(Model):
    def call(self, inputs):
        raise KeyError("own")


class NoModel(Model):
    def call(self, inputs):
        return None


class Empty(keras.utils.PyDataset):
    def __len__(self):
        return 0

    def __getitem__(self, index):
        raise IndexError(index)


def compiled(model, optimizer="sgd"):
    model.compile(optimizer, "mse")
    return model


def adapted():
    layer = layers.Normalization()
    layer.adapt(x)
    return layer


def shared():
    optimizer = keras.optimizers.SGD()
    compiled(bare(), optimizer).fit(x, y, verbose=0)
    compiled(bare(), optimizer).fit(x, y, verbose=0)


def strange():
    optimizer = keras.optimizers.SGD()
    optimizer.build([keras.Variable(1.0)])
    optimizer.apply([keras.ops.ones((2, 3))], [keras.Variable(np.ones((2, 3), "float32"), name="w")])


def flat(y_true, y_pred):
    return keras.metrics.binary_accuracy(y_true, y_pred)


for source in ("bare().evaluate((b for b in [(x, y)]), verbose=0)", "bare().fit(x, y)", "layers.Reshape((-2, 3))",
               "layers.InputLayer(batch_size=2, batch_shape=(2, 3))", "Input(batch_size=2, batch_shape=(2, 3))",
               "layers.InputLayer(shape=(3,), batch_shape=(2, 3))", 
               "layers.InputLayer(shape=(3,))(x)", "Sequential([layers.Dense(1, input_shape=(-1,))])",
               "Sequential([layers.Dense(1, input_shape=('a',))])", "Sequential([layers.Dense(1, input_shape=(1.5,))])",
               "layers.Dense(1, kernel_initializer=np.zeros((2, 2)))(x)",
               "layers.Concatenate(axis=5)([Input((3,)), Input((3,))])", "layers.Concatenate(axis=-5)([Input((3,)), Input((3,))])",
               "layers.LayerNormalization(axis=5)(steps)", "layers.BatchNormalization(axis=[1, 2])",
               "layers.BatchNormalization(axis=5)(x)", "layers.BatchNormalization(axis=-5)(x)",
               "layers.BatchNormalization(axis=1.5)", "layers.RMSNormalization(axis=5)(x)", "layers.Normalization(axis=1.5)",
               "layers.Normalization(axis=('a',))(x)", "layers.Normalization(axis='a')(x)",
               "layers.Normalization(mean=1.0, variance=2.0).adapt(x)", "adapted().adapt(x[:, :2])",
               "layers.LSTM(2, stateful=True)(Input((5, 3)))", "layers.UpSampling2D(2, interpolation=5)",
               "layers.UpSampling2D(2, interpolation=None)", "layers.Bidirectional(layers.LSTM(2))(x)",
               "layers.Embedding(5, 2, weights=[np.zeros((5, 2))] * 2)(x)",
               "keras.initializers.VarianceScaling(input_axes=[5], output_axes=[0])((2, 3))",
               "layers.Softmax(axis=[])(x)", "built(metrics=[5.5]).fit(x, y, verbose=0)",
               "built(fails).fit(x, y, verbose=0)", "layers.Dense(1, kernel_initializer=fails)(x)",
               "layers.Dense(1, kernel_regularizer=fails)(x).shape",
               "built('binary_accuracy').fit(x, y, verbose=0)", "built(flat).fit(x, y, verbose=0)",
               "Sequential([layers.Dense(1)(Input((3,)))])", "Sequential().fit(x, y)", "compiled(Sequential()).fit(x, y, verbose=0)",
               "built().fit((b for b in []), verbose=0)", "built().evaluate((b for b in []), verbose=0)",
               "built().predict((b for b in []), verbose=0)", "built().fit(Empty(), verbose=0)", "built().predict(Empty(), verbose=0)",
               "two(['mse'] * 3).fit(x, [y, y], verbose=0)", "shared()", "built().fit(list(x), list(y), verbose=0)",
               "built().fit(x, list(y), verbose=0)"):
    attempt(source)
for source in ("built().evaluate(x, verbose=0)", "built().evaluate((b for b in [(x,)]), verbose=0)", "built().fit(x, verbose=0)",
               "built().fit((b for b in [(x,)]), verbose=0)", "built(metrics=[keras.metrics.Mean()]).fit(x, y, verbose=0)",
               "layers.Dense(1)([x] * 9)", "two(metrics=['mae']).fit(x, [y, y], verbose=0)",
               "two(weighted_metrics=['mae'] * 3).fit(x, [y, y], verbose=0)", "two(metrics='mae').fit(x, [y, y], verbose=0)",
               "two(['mse', 'mae'], loss_weights=['a', 1]).fit(x, [y, y], verbose=0)", "two().fit(x, [y, y, y], verbose=0)",
               "two().fit(x, [y, y], validation_data=(x, [y]), verbose=0)", "built(parts=[Nothing()])", "strange()",
               "compiled(Sequential([layers.Dense(1)])).fit((b for b in [((x, x), y)]), verbose=0)",
               "Sequential([layers.Dense(1)]).predict([x, x], verbose=0)", "compiled(NoModel()).fit(x, y, verbose=0)",
               "compiled(Failing()).fit(x, y, verbose=0)", "built().fit((b for b in [(np.float32(5), y)]), verbose=0)",
               "built().predict(np.zeros((1,) * 9), verbose=0)", "layers.Bidirectional(layers.LSTM(2), backward_layer=5)",
               "layers.Dense(1, activation=fails)(x)", "built().fit(x, [y, y], verbose=0)", "built().predict(list(x), verbose=0)",
               "built().fit((b for b in [(x, (y, y))]), verbose=0)", "two().fit(x, y, verbose=0).epoch"):
    attempt(source, False)
