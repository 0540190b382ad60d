# Errors of layers, models and training that other programs do not raise.
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
        print(source, type(error).__name__, error)


for source in ("layers.Dense(0)", "layers.Dense(-1)", "layers.Dense(1.5)", "layers.Dense('a')",
               "layers.Dense(1, activation='nothing')", "layers.Dense(1, kernel_initializer='nothing')",
               "layers.Dense(1, bias_initializer=5)", "layers.Dense(1, kernel_regularizer='nothing')",
               "layers.Dense(1, kernel_constraint='nothing')", "layers.Dense(1, nothing=5)",
               "layers.Dense(1, dtype='nothing')", "layers.Dense(1, trainable='a')", "layers.Dense(1, name=5)",
               "layers.Dense(1)()", "layers.Dense(1)(np.float32(5))", "layers.Dropout(2)", "layers.Dropout(-1)",
               "layers.SpatialDropout2D(2)", "layers.SpatialDropout2D(0.5)(x)", "layers.GaussianNoise(-1)",
               "layers.GaussianNoise(2)", "layers.GaussianDropout(2)", "layers.Conv2D(0, 3)", "layers.Conv2D(-1, 3)",
               "layers.Conv2D(2, 0)", "layers.Conv2D(2, 'a')", "layers.Conv2D(2, (3, 3, 3))",
               "layers.Conv2D(2, 3, strides=0)", "layers.Conv2D(2, 3, strides='a')",
               "layers.Conv2D(2, 3, padding='z')", "layers.Conv2D(2, 3, padding=5)",
               "layers.Conv2D(2, 3, data_format='z')", "layers.Conv2D(2, 3, dilation_rate=0)",
               "layers.Conv2D(2, 3, strides=2, dilation_rate=2)", "layers.Conv2D(3, 3, groups=2)",
               "layers.Conv2D(2, 3, groups=0)", "layers.Conv2D(2, 3, groups=2)(image)", "layers.Conv2D(2, 3)(x)",
               "layers.Conv2D(2, 3)(steps)", "layers.Conv1D(2, 3)(x)",
               "layers.DepthwiseConv2D(3, depth_multiplier=0)", "layers.SeparableConv2D(0, 3)",
               "layers.SeparableConv2D(2, 3, depth_multiplier=0)", "layers.Conv2DTranspose(2, 3, padding='causal')",
               "layers.Conv2DTranspose(2, 3, strides=0)", "layers.Conv2DTranspose(2, 3)(x)",
               "layers.MaxPooling2D(0)", "layers.MaxPooling2D('a')", "layers.MaxPooling2D(2)(x)",
               "layers.AveragePooling2D((2, 2, 2))", "layers.MaxPooling2D(2, data_format='z')",
               "layers.GlobalAveragePooling2D()(x)", "layers.GlobalMaxPooling2D(data_format='z')",
               "layers.GlobalMaxPooling1D()(x)", "layers.UpSampling2D(0)", "layers.UpSampling2D('a')",
               "layers.UpSampling2D(2)(x)", "layers.ZeroPadding2D((1, 2, 3))", "layers.ZeroPadding2D(1)(x)",
               "layers.Cropping2D(1)(x)", "layers.ZeroPadding1D('a')", "layers.Flatten(data_format='z')",
               "layers.Flatten()(np.float32(5))", "layers.Reshape(5)", "layers.Permute((1, 3))",
               "layers.Permute((0, 1))", "layers.Permute(5)", "layers.RepeatVector('a')",
               "layers.RepeatVector(2)(steps)", "layers.RepeatVector(-1)", "layers.GroupNormalization(groups=2)(x)",
               "layers.GroupNormalization(groups=9)(image)", "layers.Activation('nothing')", "layers.Activation(5)",
               "layers.Activation()", "layers.ReLU(max_value=-1)", "layers.ReLU(negative_slope=-1)",
               "layers.ReLU(threshold=-1)", "layers.ReLU(negative_slope=None)", "layers.ReLU(threshold=None)",
               "layers.LeakyReLU(negative_slope=None)", "layers.LeakyReLU(negative_slope=-1)",
               "layers.PReLU(shared_axes=[5])(x)", "layers.PReLU(alpha_initializer='nothing')", "layers.Add()(x)",
               "layers.Add()([x, np.zeros((4, 2))])", "layers.Subtract()([x, x, x])",
               "layers.Multiply()([x, steps])", "layers.Concatenate()(x)",
               "layers.Concatenate()([x, np.zeros((5, 3))])", "layers.Dot()", "layers.Dot('a')",
               "layers.Dot((1, 2, 3))", "layers.Dot(('a', 1))", "layers.Dot(1)([x, np.zeros((4, 2))])",
               "layers.Dot(1)([x, x, x])", "layers.Dot(5)([x, x])", "layers.Embedding(0, 2)",
               "layers.Embedding('a', 2)", "layers.Embedding(5)",
               "layers.Embedding(5, 2, embeddings_initializer='nothing')",
               "layers.Embedding(5, 2, weights=[np.zeros((2, 2))])", "layers.SimpleRNN(0)", "layers.SimpleRNN(2)(x)",
               "layers.LSTM(-1)", "layers.LSTM(2, dropout='a')", "layers.LSTM(2, activation='nothing')",
               "layers.GRU(2)(x)", "layers.Bidirectional(5)", "layers.Bidirectional(layers.LSTM(2), merge_mode='z')",
               "layers.Bidirectional(layers.LSTM(2), backward_layer=layers.LSTM(3))(steps)",
               "layers.Bidirectional(layers.LSTM(2), backward_layer=layers.LSTM(2))",
               "layers.Bidirectional(layers.LSTM(2), backward_layer=layers.LSTM(2, return_sequences=True, go_backwards=True))",
               "layers.TimeDistributed(5)", "layers.TimeDistributed(layers.Dense(2))(x)",
               "layers.TimeDistributed(layers.Dense(2))(np.zeros((4,)))", "layers.Rescaling()",
               "layers.Normalization(axis=5)(x)", "layers.Normalization(mean=1)",
               "layers.Normalization(axis=-1)(Input((None,)))", "layers.RandomRotation(0.1, fill_mode='z')",
               "layers.RandomRotation(0.1, interpolation='z')", "layers.RandomTranslation('a', 0.1)",
               "layers.RandomTranslation(0.1, 0.1, fill_mode='z')", "layers.RandomZoom(0.1, fill_mode='z')",
               "layers.RandomContrast(2)", "layers.RandomContrast(-1)", "layers.RandomContrast('a')",
               "layers.CategoryEncoding(0)", "layers.CategoryEncoding(3, output_mode='z')",
               "layers.CategoryEncoding()", "layers.ActivityRegularization(l1='a')", "layers.InputLayer()",
               "Input()", "Input('a')", "Input((-1,))", "Input(('a',))", "Input((3,), batch_shape=(2, 3))",
               "Input((3,), batch_size=2, batch_shape=(2, 3))", "Input((1.5,))", "Sequential(5)", "Sequential([5])",
               "Sequential(['a'])", "Sequential().add(5)",
               "Sequential([layers.Dense(1, name='a'), layers.Dense(1, name='a')])", "Sequential().pop()",
               "Sequential([layers.Dense(1)]).count_params()", "Sequential([layers.Dense(1)]).input",
               "Sequential([layers.Dense(1)]).output", "Sequential([Input((3,)), Input((3,))])",
               "Sequential([Input((3,)), layers.Dense(1)]).build((None, 5))",
               "Sequential([Input((3,)), layers.Conv2D(1, 3)])", "bare().get_layer('nothing')",
               "bare().get_layer(index=5)", "bare().get_layer()", "bare().get_layer('a', 1)", "bare().layers[5]",
               "Model(5, 5)", "Model(Input((3,)), 5)", "Model(Input((3,)), Input((4,)))", "Model(x, x)",
               "Model(layers.Dense(1)(Input((3,))), Input((3,)))", "Model('a', 'b')", "bare().set_weights([1])",
               "bare().set_weights([x, x])", "bare().layers[0].set_weights([x])",
               "bare().layers[0].set_weights([np.zeros((3, 1)), np.zeros((2,))])", "bare().layers[0].nothing",
               "layers.Dense(1).input", "layers.Dense(1).output", "layers.Dense(1).kernel",
               "layers.Dense(1).count_params()", "bare().fit(x, y)", "bare().evaluate(x, y)",
               "bare().train_on_batch(x, y)", "bare().test_on_batch(x, y)", "built().fit(x, y[:2])",
               "built().fit(x, y, class_weight='a')",
               "built().fit(x, y, class_weight={0: 1}, sample_weight=np.ones(4))",
               "built().fit(x, y, sample_weight=np.ones(3))", "built().fit(x, y, callbacks=5)",
               "built().fit(x, y, callbacks=['a'])", "built().evaluate(x, y, sample_weight=np.ones(3))",
               "bare().compile('nothing', 'mse')", "bare().compile(5)",
               "(lambda m: (m.compile('sgd', 'mse', loss_weights=[1, 2]), m.fit(x, y, verbose=0)))(bare())",
               "(lambda m: (m.compile('sgd'), m.fit(x, y)))(bare())",
               "(lambda m: (m.compile(loss='categorical_crossentropy'), m.fit(x, np.zeros((4, 3)), verbose=0)))(bare())",
               "(lambda m: (m.compile(loss='binary_crossentropy'), m.fit(x, np.zeros((4, 3)), verbose=0)))(bare())",
               "keras.losses.get('nothing')", "keras.losses.get(5)", "keras.metrics.get('nothing')",
               "keras.optimizers.get('nothing')", "keras.optimizers.get(5)", "keras.activations.get('nothing')",
               "keras.initializers.get('nothing')", "keras.initializers.get(5)", "keras.regularizers.get('nothing')",
               "keras.constraints.get('nothing')", "keras.optimizers.SGD('a')", "keras.optimizers.SGD(momentum=2)",
               "keras.optimizers.SGD(momentum=-1)", "keras.optimizers.SGD(nothing=1)",
               "keras.optimizers.SGD(clipnorm=1, clipvalue=1)", "keras.optimizers.SGD(use_ema=True, ema_momentum=2)",
               "keras.optimizers.SGD(ema_overwrite_frequency='a', use_ema=True)",
               "keras.optimizers.SGD(gradient_accumulation_steps=1)", "keras.optimizers.AdamW(weight_decay=None)",
               "keras.optimizers.Lion(beta_1=2)", "keras.optimizers.Ftrl(initial_accumulator_value=-1)",
               "keras.optimizers.Ftrl(learning_rate_power=1)",
               "keras.optimizers.Ftrl(l1_regularization_strength=-1)",
               "keras.optimizers.Ftrl(l2_regularization_strength=-1)",
               "keras.optimizers.Ftrl(l2_shrinkage_regularization_strength=-1)",
               "keras.optimizers.schedules.PiecewiseConstantDecay([1], [1])",
               "keras.optimizers.schedules.PolynomialDecay(0.1)", "keras.optimizers.schedules.ExponentialDecay(0.1)",
               "keras.metrics.AUC(num_thresholds=1)", "keras.metrics.F1Score(average='z')",
               "keras.metrics.R2Score('z')", "keras.metrics.R2Score(num_regressors=-1)",
               "keras.metrics.SensitivityAtSpecificity(2)", "keras.metrics.RecallAtPrecision(2)",
               "keras.metrics.SpecificityAtSensitivity(-1)", "keras.initializers.VarianceScaling(scale=-1)",
               "keras.initializers.RandomNormal(seed='a')", "keras.initializers.Orthogonal()((3,))",
               "keras.initializers.Identity()((3,))", "keras.initializers.Initializer()((2,))",
               "keras.regularizers.L1('a')", "keras.regularizers.L2(-1)", "keras.regularizers.L1L2('a')",
               "keras.regularizers.OrthogonalRegularizer(mode='z')",
               "keras.regularizers.OrthogonalRegularizer()(y[0])", "keras.activations.get(5)",
               "keras.callbacks.ReduceLROnPlateau(factor=2)", "keras.callbacks.ModelCheckpoint('a')",
               "keras.callbacks.ModelCheckpoint('a', save_weights_only=True)",
               "keras.callbacks.ModelCheckpoint('a.keras', save_freq='z')",
               "keras.callbacks.ModelCheckpoint('a.keras', save_freq=1.5)",
               "keras.callbacks.ModelCheckpoint('a.keras', nothing=5)",
               "built().fit(x, y, callbacks=[keras.callbacks.LearningRateScheduler(lambda e: 'a')], verbose=0)",
               "built().fit(x, y, callbacks=[keras.callbacks.ModelCheckpoint('{nothing}.keras')], verbose=0)",
               "keras.callbacks.CSVLogger()", "keras.callbacks.BackupAndRestore(5)",
               "keras.callbacks.BackupAndRestore('a', save_freq='z')", "keras.callbacks.TensorBoard(nothing=5)",
               "keras.utils.to_categorical([5], 2)", "keras.utils.to_categorical([-1])",
               "keras.utils.set_random_seed('a')", "keras.utils.get_file()", "keras.utils.pad_sequences(5)",
               "keras.utils.pad_sequences([[1]], padding='z')", "keras.utils.pad_sequences([[1]], truncating='z')",
               "keras.utils.pad_sequences([5])", "keras.utils.pad_sequences([[[1, 2]], [[1]]])",
               "keras.utils.plot_model(5)", "keras.utils.unpack_x_y_sample_weight((1, 2, 3, 4))",
               "keras.utils.get_custom_objects()['nothing']", "keras.utils.Sequence()[0]",
               "keras.models.load_model('nothing.keras')", "bare().save('a.txt')", "bare().save('a')",
               "bare().save_weights('a.txt')", "keras.models.model_from_json('a')",
               "keras.saving.register_keras_serializable()(5)"):
    attempt(source)
