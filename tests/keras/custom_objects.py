# Names of one's own in files: scopes, registration, and what is refused.
import keras


@keras.saving.register_keras_serializable(package="mine")
class Doubled:
    def __init__(self, by=2):
        self.by = by

    def get_config(self):
        return {"by": self.by}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


print(keras.saving.get_registered_name(Doubled), keras.saving.get_registered_object("mine>Doubled") is Doubled)
made = keras.saving.deserialize_keras_object(
    {"module": None, "class_name": "Doubled", "config": {"by": 3}, "registered_name": "mine>Doubled"})
print(type(made).__name__, made.by)
print(keras.saving.get_custom_objects() is keras.utils.get_custom_objects())
with keras.saving.custom_object_scope({"Thing": Doubled}):
    print("Thing" in keras.saving.get_custom_objects(), keras.saving.get_registered_object("Thing") is Doubled)
print("Thing" in keras.saving.get_custom_objects())
dense = keras.saving.deserialize_keras_object(keras.saving.serialize_keras_object(keras.layers.Dense(4, name="q")))
print(dense.name, dense.units)
print(keras.saving.serialize_keras_object(keras.initializers.Zeros()))
