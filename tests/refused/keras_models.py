import numpy as np
import tensorflow as tf
import keras
from keras import layers, losses, Input, Model, Sequential
from refusals import refuses, report

x = np.ones((4, 3), 'float32')
y = np.ones((4, 1), 'float32')
steps = np.ones((4, 5, 3), 'float32')
deep = np.zeros((4,) + (1,) * 8, 'float32')
nothing = tf.data.Dataset.from_tensor_slices((x[:0], y[:0])).batch(2)


def model_of(loss='mse', metrics=None, parts=(Input((3,)), layers.Dense(1))):
    model = Sequential(list(parts), name='s')
    model.compile('sgd', loss, metrics=metrics)
    return model


def gradient(weights):
    weight = tf.Variable([1.0, 2.0])
    with tf.GradientTape() as tape:
        double = weight * 2
    return tape.gradient(double, weight, output_gradients=weights)


model = model_of()


def refuses_fit(kind, text, *data, of=None, **keywords):
    """And the step after it works as if nothing had happened."""
    refuses(kind, text, (of or model).fit, *data, verbose=0, **keywords)
    model.fit(x, y, verbose=0)


refuses_fit(ValueError, 'there is no data to train on: x has 0 samples', x[:0], y[:0])
refuses_fit(ValueError, 'there is no data to train on', nothing)
refuses_fit(ValueError, 'validation_data has no samples', x, y, validation_data=(x[:0], y[:0]))
refuses_fit(ValueError, 'a batch needs at least one sample', iter([(x[:0], y[:0])]))
refuses_fit(ValueError, 'the data has no batches left', iter([(x, y)]), steps_per_epoch=1, epochs=2)
refuses_fit(ValueError, 'data has at most 8 dimensions; got 9', deep, y)
refuses_fit(ValueError, 'A loss with reduction=None gives a number a sample, and training needs one number', x, y,
            of=model_of(losses.MeanSquaredError(reduction=None)))
refuses_fit(NotImplementedError, "reduction='mean_with_sample_weight' with weights is not implemented in fit", x, y,
            sample_weight=np.ones(4), of=model_of(losses.MeanSquaredError(reduction='mean_with_sample_weight')))
refuses_fit(NotImplementedError, 'a loss that joins the steps of an output with masked steps is not supported', steps,
            np.ones((4, 5, 2)), of=model_of(losses.Dice(), None, (Input((5, 3)), layers.Masking(), layers.Dense(2))))
regular = layers.Dense(1, activity_regularizer='l2', name='r')
refuses_fit(NotImplementedError, "layer 'r': activity_regularizer is not there for an Input with a batch_size, or with None beside "
            "the batch", x, y, of=model_of(parts=(Input((3,), batch_size=4), regular)))
refuses_fit(ValueError, 'an output has one loss; got a list of 2', x, y, of=model_of(['mse', 'mae']))
refuses_fit(ValueError, 'at most 63 metrics are supported', x, y, of=model_of(metrics=['mae'] * 70))
refuses_fit(NotImplementedError, 'no gradient flows through input 0 of categorical_crossentropy', x, y,
            of=model_of(lambda y_true, y_pred: losses.categorical_crossentropy(y_pred, y_pred)))
refuses(ValueError, 'a batch needs at least one sample', model.train_on_batch, x[:0], y[:0])
refuses(ValueError, 'there is no data to evaluate on: x has 0 samples', model.evaluate, x[:0], y[:0], verbose=0)
refuses(ValueError, 'there is no data to evaluate on', model.evaluate, nothing, verbose=0)
refuses(ValueError, 'there is nothing to predict: x has 0 samples', model.predict, x[:0], verbose=0)
start = Input((3,))
many = Model(start, [layers.Dense(1)(start) for _ in range(17)])
refuses(NotImplementedError, 'predict over batches gives at most 16 outputs', many.predict, iter([(x,)]), verbose=0)
starts = [Input((3,)) for _ in range(8)]
total = layers.Add()(starts)
many = Model(starts, [layers.Dense(1)(total) for _ in range(9)])
many.compile('sgd', 'mse')
refuses_fit(ValueError, 'at most 16 input and target arrays are supported', [x] * 8, [y] * 9, of=many)
starts = [Input((3,)) for _ in range(9)]
many = Model(starts, layers.Dense(1)(starts[0]))
many.compile('sgd', 'mse')
refuses_fit(ValueError, 'a model takes 1 to 8 input arrays; got 9', [x] * 9, y, of=many)
foreign = layers.Dense(1)(Input((3,), name='foreign'))
refuses_fit(ValueError, 'the output depends on the input foreign, which is not among the inputs given', x, y,
            of=model_of(lambda y_true, y_pred: keras.ops.mean(foreign + y_pred)))
pair = Model(start, [layers.Dense(1)(start), layers.Dense(1)(start)])
pair.compile('sgd', ['mse'])
refuses_fit(ValueError, 'the model has 2 outputs, and `loss` is a list of 1', x, [y, y], of=pair)

late = Sequential([layers.Dense(1)], name='late')
refuses(ValueError, "Sequential model 'late': an Input has to be its first layer.", late.add, Input((3,)))
refuses(ValueError, "model 'late' cannot be a layer of itself", late.add, late)
refuses(ValueError, 'an output gradient has as many numbers as its target', lambda: gradient(np.ones(3, 'float32')))

assert gradient(np.ones(2, 'float32')).numpy().tolist() == [2, 2]
report()
