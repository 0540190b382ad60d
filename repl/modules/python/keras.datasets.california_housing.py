"""Prices of houses in California."""
from _keras_housing import divided as _divided


def load_data(version='large', path='california_housing.npz', test_split=0.2, seed=113):
    if version not in ('small', 'large'):
        raise ValueError(f"Argument `version` must be one of 'small', 'large'. Received: version={version}")
    return _divided(path, test_split, seed, 600 if version == 'small' else None)
