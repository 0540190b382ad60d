import json
import os
import shutil
import tempfile
import zipfile

import numpy as np
import keras
import keras.applications as applications
from keras import Input, Model, Sequential, callbacks, layers
from keras.utils import get_file, image_dataset_from_directory, model_to_dot, split_dataset
import _keras_files
from refusals import refuses, report

folder = tempfile.mkdtemp()
x, y = np.zeros((4, 3), 'float32'), np.zeros((4, 1), 'float32')
a = Input((3,), name='a')


def made(**options):
    model = Sequential([Input((3,)), layers.Dense(1, name='dense')], name='made')
    model.compile('sgd', **{'loss': 'mse', **options})
    return model


class Own(Model):
    def call(self, inputs):
        return inputs


class Counts(keras.metrics.Metric):
    def __init__(self):
        super().__init__(name='counts')

    def update_state(self, *arguments, **options):
        pass

    def result(self):
        return 0.0


def at(name):
    return os.path.join(folder, name)


def archive(config):
    """The path of a .keras whose description of the model is given."""
    made().save(at('whole.keras'))
    with zipfile.ZipFile(at('whole.keras')) as file:
        members = {name: file.read(name) for name in file.namelist()}
    with zipfile.ZipFile(at('model.keras'), 'w') as file:
        for name, data in members.items():
            file.writestr(name, config if name == 'config.json' else data)
    return at('model.keras')


def claims(size):
    """The path of one whose directory says of the last member that it is as large as that."""
    made().save(at('whole.keras'))
    with zipfile.ZipFile(at('whole.keras')) as file:
        config = file.read('config.json')
    with zipfile.ZipFile(at('large.keras'), 'w') as file:
        file.writestr('config.json', config)
    with open(at('large.keras'), 'rb') as file:
        data = bytearray(file.read())
    place = data.rfind(b'PK\x01\x02') + 24
    data[place:place + 4] = size.to_bytes(4, 'little')
    with open(at('large.keras'), 'wb') as file:
        file.write(bytes(data))
    return at('large.keras')


def tree(**attributes):
    _keras_files.write(at('tree.h5'), _keras_files.h5_write({'attrs': attributes, 'items': {}}))
    return at('tree.h5')


def circle():
    """A functional model, one of whose layers comes of itself."""
    described = json.loads(Model(a, layers.Dense(1, name='d')(a)).to_json())
    described['config']['layers'][1]['inbound_nodes'][0]['args'][0]['config']['keras_history'][0] = 'd'
    return json.dumps(described)


functional = Model(a, layers.Dense(1)(a))
load = keras.models.load_model
refuses(NotImplementedError, "the argument 'steps_per_epoch' is not there yet for arrays with shuffle=False",
        lambda: made().fit(x, y, shuffle=False, steps_per_epoch=1, batch_size=2, epochs=2, verbose=0))
refuses(IndexError, 'tuple index out of range',
        lambda: made().fit(np.array(5.0), y, verbose=0))
refuses(KeyError, "'evaluate() needs data: model.evaluate(x, y)'", made().evaluate)
refuses(KeyError, "'predict() needs data: model.predict(x)'", made().predict, None)
refuses(NotImplementedError, 'a metric of your own class cannot stand here', lambda: made(loss=Counts()))
refuses(ValueError, 'the function returned None, and a tensor is needed',
        lambda: made(loss=lambda truth, output: None).fit(x, y, verbose=0))
refuses(NotImplementedError, 'ModelCheckpoint(period=) is not there: use save_freq=, a number of batches',
        callbacks.ModelCheckpoint, 'a', period=2)
refuses(NotImplementedError, "TensorBoard(update_freq=) is not there yet: only update_freq='epoch'",
        callbacks.TensorBoard, update_freq='batch')
for option in ('histogram_freq', 'write_images', 'write_steps_per_second', 'embeddings_freq'):
    refuses(NotImplementedError, f'TensorBoard({option}=) is not there yet: only the numbers of epochs are written',
            callbacks.TensorBoard, **{option: 1})
refuses(NotImplementedError, 'clone_model(input_tensors=, call_function=) is not there yet',
        keras.models.clone_model, functional, input_tensors=[a])
refuses(NotImplementedError, 'a model of your own class is not written as .h5: save it as .keras, or its weights with '
        'save_weights()', lambda: Own().save(at('own.h5')))
refuses(NotImplementedError,
        "model.export() is not there: nnsh writes no SavedModel; model.save('name.keras') writes a file that "
        'Keras loads, and exports', functional.export, at('exported'))
refuses(ValueError,
        at('model.keras') + ": config.json is damaged: 'utf-8' codec can't decode byte 0xff in position 0: invalid "
        'start byte', lambda: load(archive(b'\xff\xfe')))
refuses(ValueError,
        at('model.keras') + ": the description of the model is damaged: KeyError: 'layers'", lambda: load(archive(
    '{"module": "keras", "class_name": "Functional", "config": {"input_layers": []}}')))
refuses(ValueError,
        at('large.keras') + ': config.json claims 2147483647 bytes: not unpacked', lambda: load(claims(2147483647)))
refuses(ValueError, at('tree.h5') + ': no weights of a model: layer_names is missing or wrong',
        lambda: made().load_weights(tree(layer_names=['gone'])))
refuses(ValueError, "the layers of the model are not connected: ['d']", lambda: keras.models.model_from_json(circle()))
refuses(NotImplementedError, 'get_file(force_download=True) is not there: nnsh opens no connections',
        get_file, 'a.txt', origin='http://host/a.txt', force_download=True)
refuses(OSError,
        f'get_file found no a.txt in {at("datasets")}: nnsh opens no connections; fetch '
        'http://host/a.txt by other means '
        'and put it there', get_file, 'a.txt', origin='http://host/a.txt', cache_dir=folder)
refuses(FileNotFoundError,
        f'{at("houses.npz")} was not found. Looked for:\n  {at("houses.npz")}\nPut the file where Keras keeps it '
        '(~/.keras/datasets/), or name the folder that has it in NNSH_DATA.',
        keras.datasets.california_housing.load_data, path=at('houses.npz'))
refuses(TypeError, "Unrecognized keyword arguments: {'nothing': 5}.", keras.datasets.imdb.load_data, nothing=5)
refuses(NotImplementedError,
        'model_to_dot() is not there: plot_model() draws the layers with characters', model_to_dot, functional)
refuses(NotImplementedError, "split_dataset(preferred_backend='torch') is not there",
        split_dataset, [1, 2, 3], left_size=1, preferred_backend='torch')
refuses(ValueError,
        'Received an empty dataset. Argument `dataset` must be a non-empty list/tuple of `numpy.ndarray` objects or '
        '`tf.data.Dataset` objects.', split_dataset, np.zeros((0, 2)), left_size=1)
refuses(NotImplementedError, 'format="grain" is not there: format="tf" gives a tf.data.Dataset',
        image_dataset_from_directory, folder, format='grain')
refuses(NotImplementedError, "decode_predictions: the names of ImageNet's classes do not come with nnsh",
        applications.mobilenet.decode_predictions, np.zeros((1, 1000)))
refuses(NotImplementedError,
        'keras.applications.Xception is not there: VGG16, VGG19, ResNet50 and MobileNet are, without trained '
        'weights', applications.Xception)
refuses(NotImplementedError,
        "VGG16(weights='imagenet'): trained weights do not come with nnsh, and nothing is downloaded; "
        'weights=None gives the network with random ones, a path reads them from a file', applications.VGG16)
shutil.rmtree(folder)
assert len(made().fit(x, y, verbose=0).history['loss']) == 1
report()
