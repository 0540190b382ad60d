# Errors whose words are nnsh's own, and whose classes are Keras's.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Model, Sequential

x = np.zeros((4, 3), "float32")
y = np.zeros((4, 1), "float32")
image = np.zeros((2, 8, 8, 3), "float32")
steps = np.zeros((2, 5, 3), "float32")


def built(*parts):
    model = Sequential([Input((3,)), *parts] if parts else [Input((3,)), layers.Dense(1)])
    model.compile("sgd", "mse")
    return model


def bare():
    return Sequential([Input((3,)), layers.Dense(1)])


def attempt(source):
    keras.utils.clear_session() if hasattr(keras.utils, "clear_session") else keras.backend.clear_session()
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        print(source, type(error).__name__)


for source in ("layers.Dense(1)(5)", "layers.Dense(1)('a')", "layers.Dropout(0.5, seed='a')",
               "layers.SpatialDropout2D(0.5, data_format='z')", "layers.GaussianDropout(0.5, seed='a')",
               "layers.Conv2D(2, 9)(image)", "layers.Conv1D(2, 9)(steps)", "layers.Conv1D(2, 3, padding='z')",
               "layers.DepthwiseConv2D(9)(image)", "layers.ZeroPadding2D('a')", "layers.Cropping2D('a')",
               "layers.Cropping2D(9)(image)", "layers.Cropping1D(9)(steps)", "layers.Reshape((5, 5))(x)",
               "layers.Reshape((-1, -1))(x)", "layers.Reshape((-1, 2))(x)", "layers.Reshape((0,))(x)",
               "layers.Permute((2, 1))(x)", "layers.LayerNormalization(axis='a')", "layers.Dot(1)([x])",
               "layers.Dot(0)([x, x])", "layers.Maximum()(5)", "layers.RandomRotation('a')",
               "layers.RandomTranslation(5, 0.1)", "layers.RandomZoom('a')", "layers.RandomFlip()(x)",
               "layers.Masking()(5)", "layers.Lambda(lambda: 1)(x)", "layers.InputLayer('a')",
               "bare()(np.zeros((2, 5)))", "bare()('a')", "Model([], [])", "Model(inputs=Input((3,)))",
               "bare().set_weights(5)", "layers.Dense(1).build()", "bare().predict('a')", "built().fit(x)",
               "built().fit(5, 5)", "built().fit(x[:, :2], y)", "built().fit(x, y, batch_size='a')",
               "built().fit(x, y, batch_size=-1)", "built().fit(x, y, epochs='a')",
               "built().fit(x, y, validation_split=1.0)", "built().fit(x[:1], y[:1], validation_split=0.5)",
               "built().fit(x, y, validation_data=5)", "built().fit(x, y, validation_data=(x,))",
               "built().fit(x, y, validation_data=(x, y, y, y))", "built().fit(x, y, validation_data=(x, y[:1]))",
               "built().fit(x, y, validation_data=(x[:, :1], y))", "built().fit(x, y, sample_weight='a')",
               "built().fit(x, y, initial_epoch='a')", "built().fit(x, y, nothing=5)", "built().fit('a', 'b')",
               "built().fit({'a': x}, y)", "built().fit(x, [y, y])", "built().fit(None, y)",
               "built().fit(x, y=None)", "built().fit(iter([]))", "built().evaluate(x)",
               "built().evaluate(x, y[:1])", "built().evaluate(x[:, :1], y)", "built().predict()",
               "built().predict(x[:, :1])", "built().predict('a')", "built().train_on_batch(x)",
               "built().train_on_batch(x[:, :1], y)", "built().predict_on_batch(x[:, :1])",
               "built().train_on_batch(x, y, class_weight={0: 1}, sample_weight=np.ones(4))",
               "bare().compile('sgd', 'mse', nothing=5)",
               "(lambda m: (m.compile('sgd', 'mse', metrics=['nothing']), m.fit(x, y)))(bare())",
               "(lambda m: (m.compile('sgd', 'mse', metrics=5), m.fit(x, y)))(bare())",
               "keras.losses.MeanSquaredError(reduction='z')", "keras.losses.BinaryCrossentropy()(x, y)",
               "keras.metrics.AUC(curve='z')", "keras.metrics.AUC(summation_method='z')",
               "keras.metrics.F1Score(threshold='a')", "keras.metrics.F1Score(threshold=-1)",
               "keras.metrics.FBetaScore(beta='a')", "keras.metrics.FBetaScore(beta=-1)",
               "keras.initializers.VarianceScaling(mode='z')",
               "keras.initializers.VarianceScaling(distribution='z')", "keras.initializers.Zeros()('a')",
               "keras.utils.to_categorical('a')", "keras.utils.set_random_seed(-1)",
               "keras.saving.deserialize_keras_object({'class_name': 'Nothing', 'config': {}})",
               "keras.ops.reshape(x, (-1, -1))", "keras.ops.transpose(x, (0, 0))", "keras.ops.squeeze(x, 0)",
               "keras.ops.expand_dims(x, 9)", "keras.ops.einsum('ij', x, x)", "keras.ops.pad(x, 1, mode='z')",
               "keras.Variable(None)", "keras.Variable('zeros')"):
    attempt(source)
