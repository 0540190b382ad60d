# close: numbers within 1e-5. ImageDataGenerator: changes by numpy's random numbers, statistics, batches, fit.
import keras, numpy as np
from keras import layers
try:
    from keras.src.legacy.preprocessing.image import ImageDataGenerator
except ImportError:
    from keras.preprocessing.image import ImageDataGenerator
rs = np.random.RandomState(3)
x, y = rs.uniform(0, 1, (9, 6, 5, 2)).astype("float32"), np.array([0, 1, 1, 0, 1, 0, 0, 1, 1])
def show(name, a):
    print(name, a.shape, ["%.6f" % v for v in a.ravel()[::13][:9]])
for options in [dict(rotation_range=40), dict(width_shift_range=0.3, height_shift_range=2.0), dict(shear_range=25, fill_mode="constant", cval=0.5),
                dict(zoom_range=0.4, fill_mode="reflect"), dict(horizontal_flip=True, vertical_flip=True), dict(channel_shift_range=0.2),
                dict(zoom_range=[0.7, 1.1], rotation_range=90, shear_range=10, width_shift_range=[1, 2], horizontal_flip=True)]:
    g = ImageDataGenerator(**options)
    show(sorted(options), g.random_transform(x[0], seed=5))
    show("again", g.random_transform(x[1], seed=8))
    np.random.seed(4)
    a, b = next(g.flow(x, y, batch_size=4))
    show("batch", a)
    print(b.tolist())
g = ImageDataGenerator(featurewise_center=True, featurewise_std_normalization=True, rescale=0.5)
g.fit(x)
show("mean", g.mean)
show("std", g.std)
show("standardized", g.standardize(x[2]))
show("samplewise", ImageDataGenerator(samplewise_center=True, samplewise_std_normalization=True).standardize(x[2]))
show("function", ImageDataGenerator(preprocessing_function=lambda p: p * 2).standardize(x[2] * 0.25))
g = ImageDataGenerator(validation_split=0.34)
train, held = g.flow(x, y, batch_size=4, subset="training", shuffle=False), g.flow(x, y, batch_size=4, subset="validation", shuffle=False)
print(len(train), len(held), next(train)[1].tolist(), next(train)[1].tolist(), next(held)[1].tolist(), train[0][0].shape)
m = keras.Sequential([keras.Input((6, 5, 2)), layers.Flatten(), layers.Dense(2, activation="softmax")])
m.set_weights([rs.uniform(-0.3, 0.3, (60, 2)), np.zeros(2)])
m.compile(optimizer=keras.optimizers.SGD(0.05), loss="sparse_categorical_crossentropy")
h = m.fit(g.flow(x, y, batch_size=4, shuffle=False), epochs=2, shuffle=False, verbose=0, validation_data=held)
print(sorted(h.history), ["%.6f" % (v / 2) for v in h.history["val_loss"]])
