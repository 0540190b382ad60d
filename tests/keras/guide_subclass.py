# close
import numpy as np, tensorflow as tf, keras
from keras import ops, layers
from keras.layers import Layer
class Linear(keras.layers.Layer):
    def __init__(self, units=32, **kwargs):
        super().__init__(**kwargs)
        self.units = units
    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), initializer="ones", trainable=True)
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", trainable=True)
    def call(self, inputs):
        return ops.matmul(inputs, self.w) + self.b
    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})
        return config
x = ops.ones((2, 2)); linear_layer = Linear(4)
y = linear_layer(x)
print(y.numpy().tolist(), linear_layer.weights == [linear_layer.w, linear_layer.b] or True, len(linear_layer.weights))
class ComputeSum(keras.layers.Layer):
    def __init__(self, input_dim):
        super().__init__()
        self.total = self.add_weight(initializer="zeros", shape=(input_dim,), trainable=False)
    def call(self, inputs):
        self.total.assign_add(ops.sum(inputs, axis=0))
        return self.total
my_sum = ComputeSum(2)
print(my_sum(ops.ones((2, 2))).numpy()); print(my_sum(ops.ones((2, 2))).numpy())
print("weights:", len(my_sum.weights), "non-trainable weights:", len(my_sum.non_trainable_weights), "trainable_weights:", my_sum.trainable_weights)
class MLPBlock(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.linear_1 = Linear(32); self.linear_2 = Linear(32); self.linear_3 = Linear(1)
    def call(self, inputs):
        x = self.linear_1(inputs); x = keras.activations.relu(x)
        x = self.linear_2(x); x = keras.activations.relu(x)
        return self.linear_3(x)
mlp = MLPBlock()
y = mlp(ops.ones(shape=(3, 64)))
print("weights:", len(mlp.weights), "trainable weights:", len(mlp.trainable_weights))
layer = Linear(64, name="lin"); config = layer.get_config(); config.pop("dtype", None); print(config)
new_layer = Linear.from_config(layer.get_config()); print(new_layer.units, new_layer.name)
class CustomDropout(keras.layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed_generator = keras.random.SeedGenerator(1337)
    def call(self, inputs, training=None):
        if training:
            return keras.random.dropout(inputs, rate=self.rate, seed=self.seed_generator)
        return inputs
print(CustomDropout(0.5)(ops.ones((2, 3))).numpy().tolist(), bool((CustomDropout(0.5)(ops.ones((20, 30)), training=True).numpy() == 0).any()))
class Encoder(layers.Layer):
    def __init__(self, latent_dim=3, intermediate_dim=8, name="encoder", **kwargs):
        super().__init__(name=name, **kwargs)
        self.dense_proj = layers.Dense(intermediate_dim, activation="relu")
        self.dense_mean = layers.Dense(latent_dim); self.dense_log_var = layers.Dense(latent_dim)
    def call(self, inputs):
        x = self.dense_proj(inputs)
        z_mean = self.dense_mean(x); z_log_var = self.dense_log_var(x)
        return z_mean, z_log_var, z_mean + 0 * z_log_var
class Decoder(layers.Layer):
    def __init__(self, original_dim, intermediate_dim=8, name="decoder", **kwargs):
        super().__init__(name=name, **kwargs)
        self.dense_proj = layers.Dense(intermediate_dim, activation="relu")
        self.dense_output = layers.Dense(original_dim, activation="sigmoid")
    def call(self, inputs):
        return self.dense_output(self.dense_proj(inputs))
class VariationalAutoEncoder(keras.Model):
    def __init__(self, original_dim, intermediate_dim=8, latent_dim=3, name="autoencoder", **kwargs):
        super().__init__(name=name, **kwargs)
        self.original_dim = original_dim
        self.encoder = Encoder(latent_dim=latent_dim, intermediate_dim=intermediate_dim)
        self.decoder = Decoder(original_dim, intermediate_dim=intermediate_dim)
    def call(self, inputs):
        z_mean, z_log_var, z = self.encoder(inputs)
        reconstructed = self.decoder(z)
        kl_loss = -0.5 * ops.mean(z_log_var - ops.square(z_mean) - ops.exp(z_log_var) + 1)
        self.add_loss(kl_loss)
        return reconstructed
x_train = np.random.RandomState(0).rand(32, 6).astype("float32")
vae = VariationalAutoEncoder(6, 8, 3)
vae(x_train[:1])
r = np.random.RandomState(1); vae.set_weights([r.rand(*w.shape) - .5 for w in vae.get_weights()])
vae.compile(keras.optimizers.SGD(0.1), loss=keras.losses.MeanSquaredError())
print([round(v, 5) for v in vae.fit(x_train, x_train, epochs=2, batch_size=16, shuffle=False, verbose=0).history["loss"]])
optimizer = keras.optimizers.SGD(learning_rate=1e-1); mse = keras.losses.MeanSquaredError(); loss_metric = keras.metrics.Mean()
train_dataset = tf.data.Dataset.from_tensor_slices(x_train).batch(16)
for epoch in range(2):
    for step, x_batch_train in enumerate(train_dataset):
        with tf.GradientTape() as tape:
            reconstructed = vae(x_batch_train)
            loss = mse(x_batch_train, reconstructed)
            loss += sum(vae.losses)
        grads = tape.gradient(loss, vae.trainable_weights)
        optimizer.apply(grads, vae.trainable_weights)
        loss_metric(loss)
    print(round(float(loss_metric.result()), 5), len(vae.losses))
