# Errors of callbacks and of files of weights that other programs do not raise.
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras
from keras import layers, Input, Sequential
import json
import tempfile
import zipfile
from keras import callbacks

folder = tempfile.mkdtemp()
x = np.zeros((4, 3), "float32")
y = np.zeros((4, 1), "float32")


def model_of(*sizes):
    made = Sequential([Input((3,))] + [layers.Dense(size, name=f"dense_of_{at}") for at, size in enumerate(sizes)], name="made")
    made.compile("sgd", "mse")
    return made


def archive(name, **members):
    path = os.path.join(folder, name + ".keras")
    with zipfile.ZipFile(path, "w") as file:
        for member, data in members.items():
            file.writestr(member.replace("_json", ".json").replace("_h5", ".weights.h5"), data)
    return path


class NoRate:
    pass


def scheduled():
    made = model_of(1)
    made.optimizer = NoRate()
    callback = callbacks.LearningRateScheduler(lambda epoch: 0.1)
    callback.set_model(made)
    callback.on_epoch_begin(0)


def nan(raise_error):
    made = model_of(1)
    bad = x.copy()
    bad[2] = np.nan
    return made.fit(bad, y, batch_size=2, shuffle=False, verbose=0, callbacks=[callbacks.TerminateOnNaN(raise_error=raise_error)])


def unbuilt():
    made = Sequential([layers.Dense(1)], name="made")
    made.compile("sgd", "mse")
    callback = callbacks.BackupAndRestore(folder)
    callback.set_model(made)
    callback.on_train_begin()


def load(*sizes, by_name=False, legacy=True):
    path = os.path.join(folder, "weights.h5" if legacy else "some.weights.h5")
    model_of(2, 1).save_weights(os.path.join(folder, "some.weights.h5"))
    other = model_of(2, 1)
    other.save(os.path.join(folder, "weights.h5"))
    made = Sequential([Input((3,))] + [layers.Dense(size, name=f"dense_of_{at}", use_bias=at > 0) for at, size in enumerate(sizes)])
    return made.load_weights(path, **({"by_name": True} if by_name else {}))


def attempt(source):
    try:
        result = eval(source)
        print(source, "gives", type(result).__name__)
    except Exception as error:
        print(source, type(error).__name__, str(error).replace(folder, "<folder>"))


def loaded(config):
    with open(os.path.join(folder, "some.weights.h5"), "rb") as file:
        weights = file.read()
    return keras.saving.load_model(archive("config", metadata_json="{}", config_json=config, model_h5=weights))


def elsewhere():
    """A functional model, one of whose layers comes of a layer that is not there."""
    a = Input((3,), name="a")
    made = json.loads(keras.Model(a, layers.Dense(1, name="d")(a)).to_json())
    made["config"]["layers"][1]["inbound_nodes"][0]["args"][0]["config"]["keras_history"][0] = "nowhere"
    return keras.models.model_from_json(json.dumps(made))


class Plain:
    pass


full = os.path.join(folder, "full.keras")
model_of(1).save(full)
for source in ("callbacks.TerminateOnNaN(raise_error=True)", "nan(True)", "nan(False)", "scheduled()", "unbuilt()",
               "load(2, 1)", "load(2, 1, by_name=True)", "load(3, 1)", "load(2, 1, legacy=False)", "load(2, 1, 1)",
               "keras.saving.load_model(archive('empty'))",
               "keras.saving.load_model(archive('other', metadata_json='{}'))",
               "keras.saving.load_model(archive('half', config_json='{}'))", "model_of(1).save(full, nothing=5)",
               "keras.saving.save_model(model_of(1), full, nothing=5)",
               "model_of(1).save(os.path.join(folder, 'a.txt'))", "callbacks.ModelCheckpoint('a', nothing=5)",
               "callbacks.TensorBoard(nothing=5)", "callbacks.EarlyStopping(nothing=5)",
               "callbacks.BackupAndRestore(folder, save_freq='batch')", "keras.models.load_model(full)", "loaded('5')",
               "loaded('[1]')", "loaded('{\"class_name\": \"Sequential\"}')", "loaded('{')", "elsewhere()",
               "keras.saving.deserialize_keras_object({'class_name': 'P', 'config': {}}, custom_objects={'P': Plain})",
               "keras.saving.deserialize_keras_object({'class_name': 'P', 'config': {}}, custom_objects={'P': 5})"):
    attempt(source)
