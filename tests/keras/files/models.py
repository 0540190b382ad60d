"""Twelve small models that between them have every kind of layer in files: read by exec() from the programs beside it and
by tests/golden/keras_files.py. `MODELS` maps a name to a function that gives (model, x, y), compiled; weights and data are
the same wherever it runs. `KINDS` says which formats a model is saved in."""
import numpy as np
import keras
from keras import layers


@keras.saving.register_keras_serializable('files')
class Scale(layers.Layer):
    """x * w + dense(x): weights of its own and layers inside."""

    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1],), initializer='ones', name='w')
        self.count = self.add_weight(shape=(), initializer='zeros', trainable=False, name='count')
        self.inner = layers.Dense(self.units)
        self.inner.build(shape)
        self.more = [layers.Dense(self.units, use_bias=False), layers.Dense(self.units)]
        for each in self.more:
            each.build(shape)

    def call(self, x):
        scaled = x * self.w
        return self.inner(scaled) + self.more[0](x) + self.more[1](scaled)

    def get_config(self):
        return dict(super().get_config(), units=self.units)


@keras.saving.register_keras_serializable('files')
class Net(keras.Model):
    """A model of the user's class with an attribute before and one after 'layers', and a model inside."""

    def __init__(self, width=3, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.zed = layers.Dense(width, activation='tanh')
        self.alpha = layers.LSTM(4)
        self.block = keras.Sequential([layers.Dense(3), layers.BatchNormalization()])
        self.scale = Scale(2)

    def call(self, x, training=None):
        return self.scale(self.block(self.zed(self.alpha(x)), training=training))

    def get_config(self):
        return dict(super().get_config(), width=self.width)


@keras.saving.register_keras_serializable('files')
def twice(x):
    return 2 * keras.ops.tanh(x)


@keras.saving.register_keras_serializable('files')
def crooked(y_true, y_pred):
    return keras.ops.mean(keras.ops.square(y_true - y_pred), axis=-1) * 0.5


def data(shape, outputs, kind='number', seed=7):
    random = np.random.RandomState(seed)
    x = random.rand(6, *shape).astype('float32') - 0.5
    if kind == 'class':
        return x, random.randint(0, outputs, 6)
    return x, random.rand(6, outputs).astype('float32')


def dense():
    model = keras.Sequential([keras.Input((5,)), layers.Dense(6, activation='relu', kernel_regularizer='l2'),
                              layers.Dropout(0.0), layers.Dense(3, activation='softmax')], name='dense_model')
    model.compile(keras.optimizers.Adam(0.01), 'sparse_categorical_crossentropy', metrics=['accuracy'])
    return (model,) + data((5,), 3, 'class')


def conv():
    model = keras.Sequential([keras.Input((8, 7, 2)), layers.Conv2D(3, (3, 2), padding='same', activation='relu'),
                              layers.MaxPooling2D(2), layers.SeparableConv2D(4, 3, padding='same'),
                              layers.DepthwiseConv2D(2, depth_multiplier=2), layers.Conv2DTranspose(3, 2), layers.GlobalAveragePooling2D(), layers.Dense(2)])
    model.compile(keras.optimizers.SGD(0.05, momentum=0.9), 'mse')
    return (model,) + data((8, 7, 2), 2)


def conv1d():
    model = keras.Sequential([keras.Input((9, 3)), layers.Conv1D(4, 3, strides=2), layers.LeakyReLU(0.1), layers.PReLU(),
                              layers.MaxPooling1D(2), layers.Flatten(), layers.Dense(1)])
    model.compile(keras.optimizers.RMSprop(0.01, momentum=0.5, centered=True), 'mae')
    return (model,) + data((9, 3), 1)


def norm():
    model = keras.Sequential([keras.Input((4, 6)), layers.LayerNormalization(), layers.Dense(6), layers.BatchNormalization(),
                              layers.Activation('elu'), layers.GroupNormalization(3), layers.UnitNormalization(),
                              layers.Flatten(), layers.Dense(2)])
    model.compile(keras.optimizers.Nadam(0.01), 'mse', metrics=['mae'])
    return (model,) + data((4, 6), 2)


def rnn():
    model = keras.Sequential([keras.Input((5, 3)), layers.Bidirectional(layers.LSTM(3, return_sequences=True)),
                              layers.GRU(4, return_sequences=True), layers.TimeDistributed(layers.Dense(3)),
                              layers.SimpleRNN(2)])
    model.compile(keras.optimizers.Adagrad(0.1), 'mse')
    return (model,) + data((5, 3), 2)


def embedding():
    model = keras.Sequential([keras.Input((7,)), layers.Embedding(11, 4, mask_zero=True), layers.LSTM(3),
                              layers.Dense(1, activation='sigmoid')])
    model.compile('sgd', 'binary_crossentropy')
    random = np.random.RandomState(2)
    return model, random.randint(0, 11, (6, 7)), random.randint(0, 2, (6, 1))


def functional():
    a, b = keras.Input((4,), name='a'), keras.Input((3,), name='b')
    h = layers.Dense(5, activation='tanh', name='left')(a)
    g = layers.Dense(5, name='right')(b)
    both = layers.Concatenate(name='both')([layers.Add(name='sum')([h, g]), layers.Multiply(name='product')([h, g])])
    outputs = [layers.Dense(2, name='first')(both), layers.Dense(1, activation='sigmoid', name='second')(both)]
    model = keras.Model([a, b], outputs, name='two_ways')
    model.compile(keras.optimizers.Adam(0.02, amsgrad=True), ['mse', 'binary_crossentropy'], loss_weights=[1.0, 0.5])
    xa, y = data((4,), 2)
    return model, [xa, data((3,), 1, seed=3)[0]], [y, (y[:, :1] > 0.5).astype('float32')]


def nested():
    inner = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation='relu'), layers.BatchNormalization()], name='inner')
    i = keras.Input((4,))
    deep = keras.Model(i, layers.Dense(2, name='top')(inner(layers.Dense(4, name='low')(i))), name='deep')
    o = keras.Input((4,))
    model = keras.Model(o, layers.Dense(1, name='end')(layers.Concatenate()([deep(o), deep(layers.Dense(4)(o))])), name='outer')
    model.compile(keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.1, 3, 0.5), nesterov=True, momentum=0.5),
                  'mse')
    return (model,) + data((4,), 1)


def shared():
    layer = layers.Dense(4, activation='tanh', name='both_use')
    a, b = keras.Input((4,)), keras.Input((4,))
    again = layer(layer(a))
    model = keras.Model([a, b], layers.Dense(1)(layers.Subtract()([again, layer(b)])), name='twins')
    model.compile(keras.optimizers.Adamax(0.02), 'mse')
    xa, y = data((4,), 1)
    return model, [xa, data((4,), 1, seed=9)[0]], y


def user_layer():
    model = keras.Sequential([keras.Input((3,)), Scale(4, name='scaled'), layers.Activation(twice), layers.Dense(2)])
    model.compile(keras.optimizers.Adam(0.01), crooked)
    return (model,) + data((3,), 2)


def user_model():
    model = Net(3)
    x, y = data((3, 2), 2)
    model(x)
    model.compile(keras.optimizers.Adam(0.01), 'mse')
    return model, x, y


def frozen():
    model = keras.Sequential([keras.Input((6, 6, 1)), layers.ZeroPadding2D(1), layers.Conv2D(2, 3, name='fixed'),
                              layers.BatchNormalization(name='kept'), layers.AveragePooling2D(2), layers.UpSampling2D(2),
                              layers.Reshape((-1, 2)), layers.Permute((2, 1)), layers.Flatten(), layers.Dense(2)])
    model.get_layer('fixed').trainable = False
    model.get_layer('kept').trainable = False
    model.compile(keras.optimizers.AdamW(0.01, weight_decay=0.01), 'mse')
    return (model,) + data((6, 6, 1), 2)


MODELS = {each.__name__: each for each in (dense, conv, conv1d, norm, rnn, embedding, functional, nested, shared, user_layer,
                                           user_model, frozen)}
OBJECTS = {'Scale': Scale, 'Net': Net, 'twice': twice, 'crooked': crooked}


def kinds(name):
    """The formats of whole models that a model can be saved in."""
    return ('keras',) if name == 'user_model' else ('keras', 'h5')


def make(name):
    """A model with weights that are the same wherever it is made, trained for three steps."""
    model, x, y = MODELS[name]()
    random = np.random.RandomState(4)
    model.set_weights([np.asarray(random.rand(*w.shape) * 0.8 + (0.1 if w.ndim == 1 else -0.4), 'float32')
                       for w in model.get_weights()])
    for _ in range(3):
        model.train_on_batch(x, y)
    return model, x, y


def numbers(values):
    """What predict gives as flat lists of numbers."""
    return [each.ravel().tolist() for each in (values if isinstance(values, list) else [values])]


def loss_of(result):
    return float(result[0] if isinstance(result, (list, tuple)) else result)


def steps(model, x, y, count=5):
    return [loss_of(model.train_on_batch(x, y)) for _ in range(count)]
