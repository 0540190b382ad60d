"""Every old spelling of examples.txt beside today's: the same configuration, the same summary, the same numbers.

Run by nnsh (tests/old/test_old.c). What today's spelling cannot do here yet is counted apart.
"""
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BEGIN = '''
import numpy as np
import keras
import tensorflow as tf
from keras import layers as L
from keras import backend as K
x = np.random.RandomState(0).rand(12, 3).astype('float32')
y = np.eye(2, dtype='float32')[np.random.RandomState(1).randint(0, 2, 12)]


def batches():
    while True:
        for i in range(0, 12, 4):
            yield x[i:i + 4], y[i:i + 4]


def begin():
    keras.backend.clear_session()
    keras.utils.set_random_seed(5)
    m = keras.Sequential([keras.Input((3,)), L.Dense(4, activation='tanh'), L.Dense(2, activation='softmax')])
    m.compile('adam', 'categorical_crossentropy', metrics=['accuracy'])
    t = keras.Input((3,))
    return m, t, L.Dense(2)(t)
'''


def function(name, code):
    *statements, last = [part.strip() for part in code.split(';')]
    lines = [f'def {name}():', '    m, t, t2 = begin()'] + ['    ' + each for each in statements] + ['    return ' + last]
    return '\n'.join(lines)


def shown(value):
    """What is compared: configurations, summaries, losses of three steps, numbers."""
    import keras
    import numpy as np
    if isinstance(value, keras.models.Model):
        lines = []
        value.summary(print_fn=lines.append)
        value.compile('sgd', 'mse')
        shape = (4,) + tuple(value.input_shape)[1:]
        keras.utils.set_random_seed(7)
        for weight in value.weights:
            weight.assign(np.random.RandomState(3).rand(*weight.shape))
        data, target = np.ones(shape), np.zeros((4,) + tuple(value.output_shape)[1:])
        return lines, [float(value.train_on_batch(data, target)) for _ in range(3)]
    if hasattr(value, 'get_config'):
        return type(value).__name__, repr(value.get_config())
    if hasattr(value, 'numpy'):
        return value.numpy().tolist()
    if isinstance(value, np.ndarray):
        return value.dtype, value.tolist()
    return str(value)


def main():
    folder = tempfile.mkdtemp()
    sys.path.insert(0, folder)
    same = 0
    different = []
    waiting = []
    with open(os.path.join(HERE, 'examples.txt')) as file:
        rows = [line.strip().split(' ==> ') for line in file if line.strip() and not line.startswith('#')]
    for number, (old, new) in enumerate(rows):
        name = f'row_{number}'
        path = os.path.join(folder, name + '.py')
        with open(path, 'w') as file:
            file.write('\n\n'.join([BEGIN, function('old', old), function('new', new), '']))
        try:
            module = __import__(name)
            wanted = shown(module.new())
        except (AttributeError, ImportError, NotImplementedError, ValueError, TypeError) as error:
            waiting.append(f'{new}: {error}')
            continue
        try:
            got = shown(module.old())
        except Exception as error:
            different.append(f'{old}: {type(error).__name__}: {error}')
            continue
        if got == wanted:
            same += 1
        else:
            different.append(f'{old}: {got} and not {wanted}')
        os.remove(path)
    for line in different:
        print('DIFFERS', line)
    if '-v' in sys.argv:
        for line in waiting:
            print('waits', line)
    print(same, 'same', len(different), 'different', len(waiting), 'waiting')


main()
