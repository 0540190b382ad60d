# close
import numpy as np, keras
from keras import layers, ops
from keras import backend as K
def euclidean_distance(vects):
    x, y = vects
    sum_square = ops.sum(ops.square(x - y), axis=1, keepdims=True)
    return ops.sqrt(ops.maximum(sum_square, keras.backend.epsilon()))
inp = layers.Input((6, 6, 1))
x = layers.BatchNormalization()(inp)
x = layers.Conv2D(4, (3, 3), activation="tanh")(x)
x = layers.AveragePooling2D(pool_size=(2, 2))(x)
x = layers.Flatten()(x)
x = layers.BatchNormalization()(x)
x = layers.Dense(5, activation="tanh")(x)
embedding_network = keras.Model(inp, x)
input_1 = layers.Input((6, 6, 1)); input_2 = layers.Input((6, 6, 1))
tower_1 = embedding_network(input_1); tower_2 = embedding_network(input_2)
merge_layer = layers.Lambda(euclidean_distance, output_shape=(1,))([tower_1, tower_2])
normal_layer = layers.BatchNormalization()(merge_layer)
output_layer = layers.Dense(1, activation="sigmoid")(normal_layer)
siamese = keras.Model(inputs=[input_1, input_2], outputs=output_layer)
def loss(margin=1):
    def contrastive_loss(y_true, y_pred):
        square_pred = ops.square(y_pred)
        margin_square = ops.square(ops.maximum(margin - (y_pred), 0))
        return ops.mean((1 - y_true) * square_pred + (y_true) * margin_square)
    return contrastive_loss
siamese.summary()
rng = np.random.RandomState(0)
siamese.set_weights([((rng.rand(*w.shape).astype("float32") - .2)*.5) for w in siamese.get_weights()])
a = rng.rand(16, 6, 6, 1).astype("float32"); b = rng.rand(16, 6, 6, 1).astype("float32"); y = rng.randint(0, 2, 16).astype("float32")
siamese.compile(loss=loss(margin=1), optimizer="RMSprop", metrics=["accuracy"])
h = siamese.fit([a, b], y, validation_data=([a, b], y), batch_size=8, epochs=2, shuffle=False, verbose=0)
for k in sorted(h.history): print(k, [round(v, 4) for v in h.history[k]])
print(siamese.evaluate([a, b], y, verbose=0))
