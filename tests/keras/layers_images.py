# close
import numpy as np
import keras
from keras import layers
r = np.random.RandomState(0)
x = r.rand(3, 6, 7, 2).astype("float32")


def show(y):
    y = np.array(y)
    print(y.shape, y.mean(), (y.ravel() * np.arange(y.size) % 1).mean())


for fill in ("reflect", "wrap", "constant", "nearest"):
    show(layers.RandomTranslation((0.2, 0.2), (-0.3, -0.3), fill_mode=fill, fill_value=0.25)(x, training=True))
    show(layers.RandomZoom((0.3, 0.3), fill_mode=fill)(x, training=True))
    show(layers.RandomRotation((0.1, 0.1), fill_mode=fill)(x, training=True))
show(layers.RandomZoom((-0.3, -0.3), (0.2, 0.2), interpolation="nearest")(x, training=True))
show(layers.RandomBrightness((0.2, 0.2), value_range=(0, 1))(x, training=True))
show(layers.RandomRotation(0.1)(x, training=False))
y = np.array(layers.RandomFlip("horizontal")(np.repeat(x[:1], 300, 0), training=True))
kept, flipped = (y == x[:1]).all((1, 2, 3)), (y == x[:1, :, ::-1]).all((1, 2, 3))
print((kept | flipped).all(), 100 < kept.sum() < 200)
y = np.array(layers.RandomFlip("vertical", seed=3)(np.repeat(x[:1], 300, 0)))
kept, flipped = (y == x[:1]).all((1, 2, 3)), (y == x[:1, ::-1]).all((1, 2, 3))
print((kept | flipped).all(), 100 < kept.sum() < 200)
y = np.array(layers.RandomBrightness(0.3, value_range=(-10, 10))(np.repeat(x[:1], 300, 0), training=True)) - x[:1]
print(np.abs(y - y[:, :1, :1, :1]).max() < 1e-5, abs(y.mean()) < 1, np.abs(y).max() <= 6.001)
y = np.array(layers.RandomContrast((0.3, 0.7), value_range=(-10, 10))(np.repeat(x[:1], 300, 0), training=True))
print(np.abs(y.mean((1, 2)) - x[:1].mean((1, 2))).max() < 1e-5, y.std((1, 2)).std() > 0.01)
augment = keras.Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.2), layers.RandomZoom(0.1)])
print(np.abs(np.array(augment(x)) - x).max() > 0, np.abs(np.array(augment(x, training=False)) - x).max())
show(layers.CenterCrop(4, 5)(x))
show(layers.CenterCrop(8, 4)(x))
show(layers.Resizing(4, 9)(x))
show(layers.Resizing(9, 4, interpolation="nearest")(x))
show(layers.Resizing(4, 4, crop_to_aspect_ratio=True)(x))
for layer in (layers.RandomFlip(), layers.RandomRotation(0.2), layers.RandomTranslation(0.1, 0.2), layers.RandomZoom(0.2),
              layers.RandomContrast(0.2), layers.CenterCrop(4, 5), layers.Resizing(4, 4)):
    print(layer.name, list(layer.get_config().items())[3:])
model = keras.Sequential([keras.Input((6, 7, 2)), layers.RandomFlip(), layers.RandomTranslation(0.1, 0.1),
                          layers.Rescaling(0.5), layers.Conv2D(2, 3), layers.GlobalAveragePooling2D()])
model.compile("sgd", "mse")
print(len(model.fit(x, np.ones((3, 2)), epochs=2, verbose=0).history["loss"]), model.predict(x, verbose=0).shape)
