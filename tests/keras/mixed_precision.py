"""keras.mixed_precision: policies are accepted; what they say of dtypes is what Keras's say."""
import keras
import numpy as np
from keras import layers
from keras import mixed_precision

policy = mixed_precision.Policy("mixed_float16")
print(policy, policy.name, policy.compute_dtype, policy.variable_dtype, policy.get_config())
print(mixed_precision.global_policy(), mixed_precision.dtype_policy(), keras.config.dtype_policy())
mixed_precision.set_global_policy(policy)
print(mixed_precision.DTypePolicy.from_config({"name": "float64"}), policy != mixed_precision.DTypePolicy("float32"))
print(mixed_precision.LossScaleOptimizer(keras.optimizers.SGD(0.5)).get_config().get("name") is None)
print(mixed_precision.global_policy(), keras.config.dtype_policy() == policy, keras.DTypePolicy("bfloat16"))
model = keras.Sequential([keras.Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1, dtype="float32")])
model.compile(keras.optimizers.SGD(0.01), "mse")
history = model.fit(np.ones((8, 4), "float32"), np.zeros((8, 1), "float32"), epochs=2, verbose=0)
print(len(history.history["loss"]), model.layers[0].kernel.dtype, model.layers[1].dtype, model.layers[1].compute_dtype)
print(model.predict(np.ones((2, 4), "float32"), verbose=0).dtype)
keras.config.set_dtype_policy("float32")
print(keras.mixed_precision.global_policy(), layers.Dense(2).dtype_policy, layers.Dense(2).variable_dtype)
for wrong in ("some", 5):
    try:
        mixed_precision.Policy(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
