class K: pass


class K2: pass


def attempt(text):
    try:
        print(text, '->', eval(text))
    except Exception as error:
        print(text, '|', type(error).__name__, error)


for text in (
    "type('Q', (bool,), {})",
    "type('Q', (type(None),), {})",
    "type('Q', (range,), {})",
    "type('Q', (int, str), {})",
    "type('Q', (K, K), {})",
    "type('Q', (K, object, K2), {})",
    'type(1, 2)',
    "type('A', (), 3)",
    'object(1)',
    'K(1)',
    'object.__new__(int)',
    'int.__new__()',
    'tuple.__new__(3)',
    'int.__new__(str)',
    'K.nothing',
    "setattr(int, 'x', 3)",
    "setattr(object(), 'x', 1)",
    'int.__new__(int, 3)',
    "tuple.__new__(tuple, 'ab')",
    'str.__new__(str, 5)',
):
    attempt(text)
