"""plot_model as characters: every layer has its box, lines lead down from box to box, wide graphs become lists."""
import contextlib
import io
import os
import tempfile

import keras
from keras import layers

os.environ['COLUMNS'] = '80'
os.chdir(tempfile.mkdtemp())


def drawn(model, **options):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        keras.utils.plot_model(model, to_file=None, **options)
    return out.getvalue()


def sound(text):
    """Boxes are whole, and every line ends at a box or turns: no cell points at an empty neighbour."""
    rows = text.split('\n')
    at = {(r, c): x for r, row in enumerate(rows) for c, x in enumerate(row)}
    right, left, up, down = '─┌└├┬┴┼', '─┐┘┤┬┴┼', '│└┘├┤┴┼', '│┌┐├┤┬┼'
    for (r, c), x in at.items():
        if x in right and at.get((r, c + 1), ' ') not in left + '│':
            return False
        if x in down and at.get((r + 1, c), ' ') not in up + '▼─':
            return False
        if x == '▼' and at.get((r + 1, c)) != '─':
            return False
    return text.count('┌') >= text.count('▼') > 0 or '▼' in text


chain = keras.Sequential([keras.Input((3,)), layers.Dense(2, activation='tanh', name='one'), layers.Dropout(0.1, name='two'),
                          layers.Dense(1, name='three')])
text = drawn(chain, show_layer_names=True, show_shapes=True, show_layer_activations=True, show_trainable=True, show_dtype=True)
print(sound(text), text.count('▼'), [name in text for name in ('one (Dense)', 'two (Dropout)', 'three (Dense)')])
print('Activation: tanh' in text, 'Output shape: (None, 2)' in text, text.count('Trainable: True'), text.count('dtype: float32'))
a, b = keras.Input((4,), name='a'), keras.Input((4,), name='b')
l, r = layers.Dense(3, name='l')(a), layers.Dense(3, name='r')(b)
joined = layers.Concatenate(name='joined')([l, r, a])
both = keras.Model([a, b], [layers.Add(name='sum')([l, r]), layers.Dense(2, name='out')(joined)])
text = drawn(both, show_layer_names=True)
lines = text.split('\n')
row = {name: next(k for k, line in enumerate(lines) if f'{name} (' in line) for name in ('a', 'b', 'l', 'r', 'joined', 'sum', 'out')}
print(sound(text), row['a'] == row['b'] < row['l'] == row['r'] < row['joined'] == row['sum'] < row['out'], text.count('▼'))
inner = keras.Sequential([keras.Input((4,)), layers.Dense(5, name='deep')], name='inner')
nested = keras.Sequential([keras.Input((4,)), inner, layers.Dense(1, name='end')])
text = drawn(nested, show_layer_names=True, expand_nested=True)
print(text.count('▼'), 'inner (Sequential)' in text, '└ deep (Dense)' in text)
text = drawn(chain, show_layer_names=True, layer_range=['two', 'three'])
print('one' in text, 'two' in text, 'three' in text)
i = keras.Input((4,))
wide = keras.Model(i, layers.Add(name='all')([layers.Dense(2, name=f'branch_number_{k}')(i) for k in range(8)]))
text = drawn(wide)
print('▼' in text, max(len(line) for line in text.split('\n')) <= 80 or 'from branch_number_0' in text)
keras.utils.plot_model(both, to_file='both.txt')
with open('both.txt', encoding='utf-8') as file:
    print(sound(file.read()))
for wrong in (dict(rankdir='LR'), dict(layer_range=['nowhere', 'l']), dict(nothing=1)):
    try:
        drawn(both, **wrong)
    except (NotImplementedError, ValueError) as error:
        print(type(error).__name__, str(error)[:40])
try:
    keras.utils.plot_model(keras.Sequential([layers.Dense(2)]))
except ValueError as error:
    print(str(error)[:38])
