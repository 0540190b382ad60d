"""The sets of an installed scikit-learn. Where they are looked for: $NNSH_DATA, ~/scikit_learn_data, Debian's
python3-sklearn, and the Pythons whose programs are on the PATH."""
import os
import numpy as np
from _sklearn import read_text
from sklearn.utils import Bunch


def _folders():
    home = os.path.expanduser('~')
    out = [os.environ['NNSH_DATA']] if os.environ.get('NNSH_DATA') else []
    out.append(os.path.join(os.environ.get('SCIKIT_LEARN_DATA') or os.path.join(home, 'scikit_learn_data')))
    out.append('/usr/lib/python3/dist-packages/sklearn/datasets/data')
    roots = [os.path.dirname(folder.rstrip('/')) for folder in os.environ.get('PATH', '').split(':') if folder]
    roots.append(os.path.join(home, '.local'))
    if os.environ.get('VIRTUAL_ENV'):
        roots.insert(0, os.environ['VIRTUAL_ENV'])
    versions = os.path.join(home, '.pyenv', 'versions')
    if os.path.isdir(versions):
        roots.extend(os.path.join(versions, name) for name in sorted(os.listdir(versions)))
    for root in roots:
        library = os.path.join(root, 'lib')
        if not os.path.isdir(library):
            continue
        for name in sorted(os.listdir(library)):
            if name.startswith('python3'):
                for packages in ('site-packages', 'dist-packages'):
                    folder = os.path.join(library, name, packages, 'sklearn', 'datasets', 'data')
                    if os.path.isdir(folder) and folder not in out:
                        out.append(folder)
    return out


def _find(names, hint):
    folders = _folders()
    for folder in folders:
        for name in names:
            path = os.path.join(folder, name)
            if os.path.exists(path):
                return path
    lines = '\n'.join('  ' + os.path.join(folder, names[0]) for folder in folders)
    raise FileNotFoundError(f"{names[0]} is not on this machine; nnsh looked for\n{lines}\n{hint}")


_package = "Install scikit-learn (Debian: python3-sklearn), or put a copy of its datasets/data folder into $NNSH_DATA."


def _csv(name):
    """The rows of a file of numbers whose first line counts rows and columns and names the classes."""
    lines = read_text(_find([name], _package)).split('\n')
    head = lines[0].split(',')
    rows = [line.split(',') for line in lines[1:] if line]
    data = np.array([[float(v) for v in row[:-1]] for row in rows])
    return data, np.array([int(float(row[-1])) for row in rows]), head[2:]


def _numbers(name, separator):
    text = read_text(_find([name], _package))
    return np.array([[float(v) for v in line.split(separator) if v] for line in text.split('\n') if line])


def _description(name):
    """The set's own text, where it lies beside the data."""
    for folder in _folders():
        path = os.path.join(os.path.dirname(folder), 'descr', name)
        if os.path.exists(path):
            return read_text(path)
    return ''


def _result(bunch, return_X_y, as_frame):
    """The parts as asked for: tables of pandas, or the pair alone."""
    if as_frame:
        import pandas as pd
        names = list(bunch['feature_names'])
        frame = pd.DataFrame(bunch['data'], columns=names)
        target = pd.Series(bunch['target'], name='target')
        whole = pd.DataFrame(bunch['data'], columns=names)
        whole['target'] = bunch['target']
        bunch['data'], bunch['target'], bunch['frame'] = frame, target, whole
    if return_X_y:
        return bunch['data'], bunch['target']
    return bunch


def load_iris(*, return_X_y=False, as_frame=False):
    data, target, names = _csv('iris.csv')
    features = [f'{part} {side} (cm)' for part in ('sepal', 'petal') for side in ('length', 'width')]
    return _result(Bunch(data=data, target=target, frame=None, target_names=_names(names),
                         DESCR=_description('iris.rst'), feature_names=features, filename='iris.csv',
                         data_module='sklearn.datasets.data'), return_X_y, as_frame)


def _names(names):
    return np.array(names)


def load_wine(*, return_X_y=False, as_frame=False):
    data, target, names = _csv('wine_data.csv')
    features = ['alcohol', 'malic_acid', 'ash', 'alcalinity_of_ash', 'magnesium', 'total_phenols', 'flavanoids',
                'nonflavanoid_phenols', 'proanthocyanins', 'color_intensity', 'hue', 'od280/od315_of_diluted_wines',
                'proline']
    return _result(Bunch(data=data, target=target, frame=None, target_names=_names(names),
                         DESCR=_description('wine_data.rst'), feature_names=features), return_X_y, as_frame)


def load_breast_cancer(*, return_X_y=False, as_frame=False):
    data, target, names = _csv('breast_cancer.csv')
    base = ['radius', 'texture', 'perimeter', 'area', 'smoothness', 'compactness', 'concavity', 'concave points',
            'symmetry', 'fractal dimension']
    features = ['mean ' + b for b in base] + [b + ' error' for b in base] + ['worst ' + b for b in base]
    return _result(Bunch(data=data, target=target, frame=None, target_names=_names(names),
                         DESCR=_description('breast_cancer.rst'), feature_names=_names(features),
                         filename='breast_cancer.csv', data_module='sklearn.datasets.data'), return_X_y, as_frame)


def load_digits(*, n_class=10, return_X_y=False, as_frame=False):
    table = _numbers('digits.csv.gz', ',')
    target = table[:, -1].astype(np.int64)
    data = table[:, :-1]
    if n_class < 10:
        kept = target < n_class
        data, target = data[kept], target[kept]
    features = [f'pixel_{i}_{j}' for i in range(8) for j in range(8)]
    images = data.reshape(-1, 8, 8)
    return _result(Bunch(data=data, target=target, frame=None, feature_names=features,
                         target_names=np.arange(10), images=images, DESCR=_description('digits.rst')), return_X_y,
                   as_frame)


def load_diabetes(*, return_X_y=False, as_frame=False, scaled=True):
    data = _numbers('diabetes_data_raw.csv.gz', ' ')
    target = _numbers('diabetes_target.csv.gz', ' ').reshape(-1)
    if scaled:
        from sklearn.preprocessing import scale
        data = scale(data) / data.shape[0] ** 0.5
    return _result(Bunch(data=data, target=target, frame=None, DESCR=_description('diabetes.rst'),
                         feature_names=['age', 'sex', 'bmi', 'bp', 's1', 's2', 's3', 's4', 's5', 's6'],
                         data_filename='diabetes_data_raw.csv.gz', target_filename='diabetes_target.csv.gz',
                         data_module='sklearn.datasets.data'), return_X_y, as_frame)


def fetch_california_housing(*, data_home=None, download_if_missing=True, return_X_y=False, as_frame=False,
                             n_retries=3, delay=1.0):
    """From StatLib's cal_housing.data; nnsh does not fetch it by itself."""
    text = read_text(_find(['cal_housing.data', 'CaliforniaHousing/cal_housing.data'],
                           "Put cal_housing.data (of StatLib's cal_housing.tgz) into $NNSH_DATA; or take "
                           "keras.datasets.california_housing."))
    raw = np.array([[float(v) for v in line.split(',')] for line in text.split('\n') if line])
    raw = raw[:, [8, 7, 2, 3, 4, 5, 6, 1, 0]]
    target, data = raw[:, 0] / 100000.0, raw[:, 1:].copy()
    data[:, 2] = data[:, 2] / data[:, 5]
    data[:, 3] = data[:, 3] / data[:, 5]
    data[:, 5] = data[:, 4] / data[:, 5]
    features = ['MedInc', 'HouseAge', 'AveRooms', 'AveBedrms', 'Population', 'AveOccup', 'Latitude', 'Longitude']
    return _result(Bunch(data=data, target=target, frame=None, target_names=['MedHouseVal'], feature_names=features,
                         DESCR=''), return_X_y, as_frame)


def fetch_openml(name=None, *, version='active', data_id=None, data_home=None, target_column='default-target',
                 cache=True, return_X_y=False, as_frame='auto', n_retries=3, delay=1.0, parser='auto',
                 read_csv_kwargs=None):
    """mnist_784 and Fashion-MNIST, from what keras.datasets finds on this machine."""
    sets = {'mnist_784': 'mnist', 'fashion-mnist': 'fashion_mnist'}
    wanted = sets.get((name or '').lower())
    if wanted is None and data_id in (554, 40996):
        wanted = 'mnist' if data_id == 554 else 'fashion_mnist'
    if wanted is None:
        raise ValueError(f"fetch_openml({name!r}): nnsh asks no server; it has 'mnist_784' and 'Fashion-MNIST', from "
                         "where keras.datasets finds them")
    import keras
    (x_train, y_train), (x_test, y_test) = getattr(keras.datasets, wanted).load_data()
    data = np.concatenate([x_train, x_test]).reshape(-1, 784).astype(np.int64)
    labels = [str(label) for label in np.concatenate([y_train, y_test]).tolist()]
    features = [f'pixel{i}' for i in range(1, 785)]
    if as_frame is True or as_frame == 'auto':
        import pandas as pd
        data = pd.DataFrame(data, columns=features)
        target = pd.Series(labels, name='class')
    else:
        target = np.array(labels, dtype=object)
    if return_X_y:
        return data, target
    return Bunch(data=data, target=target, frame=None, categories=None, feature_names=features,
                 target_names=['class'], DESCR='', details={'name': name}, url='')


def _elsewhere(name):
    raise NotImplementedError(f"sklearn.datasets.{name} downloads its set; nnsh does not have it")


def fetch_20newsgroups(*args, **kwargs):
    _elsewhere('fetch_20newsgroups')


def fetch_olivetti_faces(*args, **kwargs):
    _elsewhere('fetch_olivetti_faces')


def fetch_lfw_people(*args, **kwargs):
    _elsewhere('fetch_lfw_people')
