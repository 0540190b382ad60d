"""Files of HDF5 in the formats that h5py and older Keras write: tests/keras/files/h5_*.

    python -P tests/golden/hdf5_files.py

h5_gzip, h5_latest, h5_chunked: tests/keras/files/dense.weights.h5 written anew with compression, in the library's latest
format, in pieces with a checksum. h5_keras2_*.h5: models that tf_keras (Keras 2) saved. h5_links, h5_outside: a link out of
the file, values outside it. tests/keras/files_formats.py loads them.
"""
import os
import pathlib

os.environ.update(TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1", TF_ENABLE_ONEDNN_OPTS="0")
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "keras" / "files"


def again(name, library, **how):
    import h5py
    with h5py.File(FOLDER / "dense.weights.h5") as old, h5py.File(FOLDER / f"{name}.weights.h5", "w", libver=library) as new:
        def copy(path, thing):
            if isinstance(thing, h5py.Group):
                made = new.require_group(path)
            else:
                made = new.create_dataset(path, data=thing[()], **(how if thing.shape else {}))
            made.attrs.update(thing.attrs)
        old.visititems(copy)


def hostile():
    import h5py
    with h5py.File(FOLDER / "h5_links.weights.h5", "w") as file:
        file["layers/dense"] = h5py.ExternalLink("dense.weights.h5", "/layers/dense")
    with h5py.File(FOLDER / "h5_soft.weights.h5", "w") as file:
        file["layers/dense"] = h5py.SoftLink("/layers")
    with h5py.File(FOLDER / "h5_outside.weights.h5", "w") as file:
        file.create_group("layers/dense/vars").create_dataset("0", (5, 6), "f4", external=[("models.py", 0, 120)])


def keras2():
    import numpy as np
    import tf_keras as keras
    layers = keras.layers
    random = np.random.RandomState(3)

    def save(model, name, loss="mse"):
        model.compile(keras.optimizers.Adam(0.01), loss)
        model.set_weights([random.rand(*w.shape) for w in model.get_weights()])
        model.save(FOLDER / f"{name}.h5", include_optimizer=True)
    save(keras.Sequential([layers.Conv2D(2, 3, input_shape=(6, 6, 1), activation="relu"), layers.BatchNormalization(),
                           layers.MaxPooling2D(), layers.Flatten(), layers.Dropout(0.2), layers.Dense(2)], name="old"),
         "h5_keras2_conv")
    save(keras.Sequential([layers.Embedding(9, 3, input_length=4), layers.LSTM(3, return_sequences=True), layers.GRU(2),
                           layers.Dense(1, activation="sigmoid")]), "h5_keras2_rnn", "binary_crossentropy")
    a, b = keras.Input((3,)), keras.Input((3,))
    shared = layers.Dense(4, activation="tanh")
    save(keras.Model([a, b], layers.Dense(1)(layers.concatenate([shared(a), layers.add([shared(b), shared(a)])]))),
         "h5_keras2_functional")


again("h5_gzip", "earliest", compression="gzip", shuffle=True)
again("h5_latest", "latest")
again("h5_chunked", ("earliest", "v110"), chunks=True, fletcher32=True)
hostile()
keras2()
