# Tables of what normalizes, drops, reshapes and preprocesses.
import keras
from keras import layers

m = keras.Sequential([keras.Input((6, 8)), layers.LayerNormalization(), layers.GroupNormalization(2), layers.UnitNormalization(),
                      layers.Dropout(0.3), layers.GaussianNoise(0.1), layers.GaussianDropout(0.2), layers.AlphaDropout(0.1),
                      layers.ActivityRegularization(0.01), layers.Permute((2, 1)), layers.Reshape((4, 12)),
                      layers.PReLU(), layers.ELU(), layers.Softmax(), layers.Masking(0.0), layers.Flatten(),
                      layers.RepeatVector(2), layers.Lambda(lambda v: v * 2, name="twice"), layers.Identity()], name="small_things")
m.summary()
m.summary(line_length=50)
p = keras.Sequential([keras.Input((9, 9, 3)), layers.Rescaling(1 / 255), layers.BatchNormalization(scale=False),
                      layers.BatchNormalization(center=False, scale=False), layers.Conv2D(2, 3, use_bias=False),
                      layers.Flatten(), layers.Dense(3, use_bias=False)], name="without")
p.summary(show_trainable=True)
for layer in p.layers:
    print(layer.name, layer.count_params(), len(layer.trainable_weights), len(layer.non_trainable_weights))
print(p.count_params(), [w.name for w in p.weights])
