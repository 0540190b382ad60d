# close
import numpy as np
import keras
from keras import layers

rng = np.random.RandomState(3)


def steps(name, model, shape, outputs, count=6):
    # Vectors may be variances: they stay positive.
    model.set_weights([(rng.rand(*w.shape) * 0.3 + (0.1 if w.ndim == 1 else -0.14)).astype('float32')
                       for w in model.get_weights()])
    model.compile(optimizer=keras.optimizers.SGD(0.05), loss='mse')
    x = rng.rand(5, *shape).astype('float32') - 0.5
    y = rng.rand(5, outputs).astype('float32')
    print(name, model.output_shape, [round(float(model.train_on_batch(x, y)), 5) for _ in range(count)])
    print('  ', np.round(model.predict(x, verbose=0)[0], 4), round(float(sum(np.abs(w).sum() for w in model.get_weights())), 3))


def head(*middle):
    return keras.Sequential([layers.Input(middle[0])] + list(middle[1:]) + [layers.Flatten(), layers.Dense(3)])


steps('valid', head((7, 5, 3), layers.Conv2D(4, 3)), (7, 5, 3), 3)
steps('same', head((7, 5, 3), layers.Conv2D(4, (3, 2), padding='same', activation='tanh')), (7, 5, 3), 3)
steps('stride', head((9, 8, 2), layers.Conv2D(3, (2, 4), strides=(2, 3), padding='same', use_bias=False)), (9, 8, 2), 3)
steps('dilated', head((9, 8, 2), layers.Conv2D(3, 3, dilation_rate=(2, 1), activation='relu')), (9, 8, 2), 3)
steps('groups', head((5, 6, 4), layers.Conv2D(6, 3, groups=2, padding='same')), (5, 6, 4), 3)
steps('one', head((5, 6, 4), layers.Conv2D(6, 1, activation='sigmoid')), (5, 6, 4), 3)
steps('one_d', head((11, 3), layers.Conv1D(5, 4, strides=2)), (11, 3), 3)
steps('causal', head((11, 3), layers.Conv1D(5, 3, padding='causal', dilation_rate=2)), (11, 3), 3)
steps('depthwise', head((7, 5, 3), layers.DepthwiseConv2D(3, depth_multiplier=2, padding='same')), (7, 5, 3), 3)
steps('separable', head((7, 5, 3), layers.SeparableConv2D(4, 3, activation='relu')), (7, 5, 3), 3)
steps('transpose', head((4, 3, 2), layers.Conv2DTranspose(3, 3, strides=2, padding='same')), (4, 3, 2), 3)
steps('transpose_valid', head((4, 3, 2), layers.Conv2DTranspose(3, (3, 2), strides=(2, 1))), (4, 3, 2), 3)
steps('max', head((7, 6, 3), layers.Conv2D(3, 2), layers.MaxPooling2D(2)), (7, 6, 3), 3)
steps('max_same', head((7, 6, 3), layers.Conv2D(3, 2), layers.MaxPooling2D((3, 2), strides=2, padding='same')), (7, 6, 3), 3)
steps('average', head((7, 6, 3), layers.Conv2D(3, 2), layers.AveragePooling2D((3, 2), strides=(2, 1), padding='same')), (7, 6, 3), 3)
steps('pool_1d', head((9, 3), layers.Conv1D(3, 2), layers.MaxPooling1D(3, 2), layers.AveragePooling1D(2)), (9, 3), 3)
steps('global', head((6, 5, 3), layers.Conv2D(4, 2), layers.GlobalAveragePooling2D()), (6, 5, 3), 3)
steps('global_max', head((6, 5, 3), layers.Conv2D(4, 2), layers.GlobalMaxPooling2D(keepdims=True)), (6, 5, 3), 3)
steps('batch', head((6, 5, 3), layers.Conv2D(4, 2), layers.BatchNormalization(momentum=0.8), layers.ReLU()), (6, 5, 3), 3)
steps('batch_axis', head((6, 5, 3), layers.BatchNormalization(axis=1, epsilon=0.01, scale=False)), (6, 5, 3), 3)
steps('batch_dense', head((6,), layers.Dense(5), layers.BatchNormalization(center=False)), (6,), 3)
steps('layer', head((6, 5), layers.Dense(4), layers.LayerNormalization()), (6, 5), 3)
steps('layer_2', head((6, 5, 2), layers.LayerNormalization(axis=[2, 3], epsilon=1e-2)), (6, 5, 2), 3)
frozen = layers.BatchNormalization()
m = head((4, 3), layers.Dense(2), frozen)
frozen.trainable = False
steps('frozen', m, (4, 3), 3)
