# Tables of convolutional models: every layer with its output's shape and parameters.
import keras
from keras import layers

m = keras.Sequential([keras.Input((32, 32, 3)), layers.Conv2D(8, 3, padding="same"), layers.BatchNormalization(),
                      layers.Activation("relu"), layers.MaxPooling2D(), layers.SeparableConv2D(16, 3), layers.ReLU(),
                      layers.DepthwiseConv2D(3, strides=2), layers.LeakyReLU(), layers.Conv2DTranspose(4, 3, strides=2),
                      layers.GlobalAveragePooling2D(), layers.Dense(10, activation="softmax")], name="convnet")
m.summary()
m.compile("adam", "sparse_categorical_crossentropy")
m.summary(line_length=100)
one = keras.Sequential([keras.Input((None, 4)), layers.Conv1D(6, 5, strides=2, dilation_rate=1), layers.MaxPooling1D(2),
                        layers.GlobalMaxPooling1D(), layers.Dense(1)], name="any_length")
one.summary(show_trainable=True)
free = keras.Sequential([keras.Input((None, None, 1)), layers.Conv2D(2, 3), layers.AveragePooling2D(2),
                         layers.ZeroPadding2D(((1, 0), (2, 1))), layers.Cropping2D(1), layers.UpSampling2D(3)], name="any_size")
free.summary(line_length=60)
m.layers[0].trainable = False
m.get_layer("batch_normalization").trainable = False
m.summary(show_trainable=True, line_length=90)
