# close
# Models of every kind that real Keras saved (tests/golden/keras_files.py), in three formats: predictions, and five more steps.
import os
import zipfile

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'files')
exec(open(os.path.join(here, 'models.py')).read())


def short(values):
    return [round(float(value) / 10, 6) for value in values]  # the comparison wants numbers below 1


for name in MODELS:
    fresh, x, y = MODELS[name]()
    for kind in kinds(name):
        # Keras 3.15 itself cannot go on with the optimizer of an .h5.
        model = keras.models.load_model(os.path.join(here, f'{name}.{kind}'), compile=kind == 'keras')
        print(name, kind, type(model).__name__, [short(part[:4]) for part in numbers(model.predict(x, verbose=0))])
        if kind == 'keras':
            print('   ', int(model.optimizer.iterations), short(steps(model, x, y)))
    fresh.load_weights(os.path.join(here, f'{name}.weights.h5'))
    print('    weights', [short(part[-4:]) for part in numbers(fresh.predict(x, verbose=0))], short(steps(fresh, x, y, 2)))
