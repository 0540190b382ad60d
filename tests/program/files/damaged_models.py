"""Damaged and hostile model files: each is refused with an error that names it, and the model keeps its weights."""
import json
import os
import sys
import tempfile
import zipfile

import numpy as np
import keras
from keras import layers

here = os.path.dirname(os.path.abspath(__file__))
os.chdir(tempfile.mkdtemp())
model = keras.Sequential([keras.Input((3,)), layers.Dense(2, name='d')], name='s')
model.compile('adam', 'mse')
model.train_on_batch(np.ones((4, 3)), np.ones((4, 2)))
model.save('good.keras')
model.save('good.h5')
model.save_weights('good.weights.h5')
before = [weight.copy() for weight in model.get_weights()]
refused = read = 0


def attempt(name, what):
    global refused, read
    try:
        what()
        read += 1
    except OSError as error:  # as h5py words it, without the name
        if 'nable to' not in str(error) and "an't " not in str(error):
            print('an error that is none of libhdf5:', error)
        refused += 1
    except (ValueError, NotImplementedError, TypeError) as error:
        if name not in str(error):
            print('an error that does not name its file:', type(error).__name__, error)
        refused += 1


def damaged(data, name, load):
    random = np.random.RandomState(5)
    for cut in range(0, len(data), len(data) // 25 + 1):
        with open(name, 'wb') as file:
            file.write(data[:cut])
        attempt(name, load)
    for _ in range(60):
        changed = list(data)
        for place in random.randint(0, len(data), 5):
            changed[place] = int(random.randint(0, 256))
        with open(name, 'wb') as file:
            file.write(bytes(changed))
        attempt(name, load)


for good, name in (('good.keras', 'bad.keras'), ('good.h5', 'bad.h5')):
    with open(good, 'rb') as file:
        damaged(file.read(), name, lambda: keras.models.load_model(name))
print(refused > 50, read < 160)
with open('good.weights.h5', 'rb') as file:
    data = file.read()
for cut in range(0, len(data), len(data) // 25 + 1):
    with open('cut.weights.h5', 'wb') as file:
        file.write(data[:cut])
    attempt('cut.weights.h5', lambda: model.load_weights('cut.weights.h5'))
print(all((a == b).all() for a, b in zip(before, model.get_weights())))


def with_config(change):
    with zipfile.ZipFile('good.keras') as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    config = json.loads(members['config.json'].decode())
    change(config)
    members['config.json'] = json.dumps(config).encode()
    with zipfile.ZipFile('hostile.keras', 'w') as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    try:
        keras.models.load_model('hostile.keras')
        print('loaded')
    except (ValueError, TypeError, NotImplementedError) as error:
        print(type(error).__name__, str(error)[:70])


def other_class(config):
    config['config']['layers'][1].update(module='os', class_name='system', config={'command': 'touch hacked'})


def code(config):
    config['config']['layers'][1].update(class_name='Lambda', config={'function': {'class_name': '__lambda__', 'config': 'x'}})


def dunder(config):
    config['config']['layers'][1].update(class_name='__builtins__')


def missing(config):
    del config['config']['layers'][1]['config']['units']


def huge(config):
    config['config']['layers'][1]['config']['units'] = 1 << 60


for change in (other_class, code, dunder, missing, huge):
    with_config(change)
print(os.path.exists('hacked'), sorted(name for name in os.listdir('.') if name.endswith('.tmp')))
with open('good.keras', 'rb') as file:
    print(len(file.read()) > 0 and keras.models.load_model('good.keras').name)
