"""What CPython, numpy, scikit-learn and Keras say to wrong programs, for tests/program/test_bad_input.c.

    KERAS_BACKEND=jax python -P tests/golden/bad_input.py

Writes tests/golden/bad_input.txt: a program after "=== ", then after "--- " the last lines of the traceback, without a
"Did you mean" (nnsh gives that as a hint of its own).
"""
import os
import pathlib
import warnings

os.environ.setdefault("KERAS_BACKEND", "jax")
warnings.filterwarnings("ignore")
import keras

PROGRAMS = [
    'undefined_thing',
    "'a' + 1",
    "1 + 'a'",
    '[1, 2][5]',
    "{'a': 1}['b']",
    '(1, 2)[0] = 3',
    'len(5)',
    "int('x1')",
    'for i in 5: pass',
    'a, b = 1, 2, 3',
    '[].foo',
    'def f(x): pass\nf()',
    'def f(x): pass\nf(1, y=2)',
    'import no_such_module',
    'def f(n): return f(n + 1)\nf(0)',
    'import numpy as np\nnp.zeros((2, 3)) + np.zeros((4, 5))',
    'import numpy as np\nnp.zeros((2, 3)) @ np.zeros((2, 3))',
    'import numpy as np\nnp.arange(6).reshape(4, 2)',
    'import numpy as np\nnp.zeros(3)[7]',
    'import numpy as np\nnp.zeros(3)[0, 0]',
    'import numpy as np\nnp.zeros(3).sum(axis=2)',
    "import numpy as np\nnp.zeros(3, dtype='flot')",
    'import numpy as np\nnp.array([1, [2, 3]])',
    'import numpy as np\nif np.zeros(3): pass',
    'import numpy as np\nnp.aranj(3)',
    'import numpy as np\nnp.concatenate([np.zeros((2, 2)), np.zeros((2, 3))], axis=0)',
    'from sklearn.model_selection import train_test_split\ntrain_test_split([1, 2, 3], [1, 2])',
    'import keras\nkeras.layers.Dense(-1)',
    "import keras\nkeras.layers.Dense('ten')",
    "import keras\nkeras.layers.Dense(3, activation='rellu')",
    "import keras\nkeras.layers.Dense(3, activatoin='relu')",
    'import keras\nkeras.layers.Dropout(1.5)',
    'import keras\nkeras.layers.Dens(3)',
    'import keras\nkeras.layers.Dense()',
    'import keras\nkeras.Sequential([3])',
    'import keras\nkeras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2)]).fit([[1, 2, 3, 4]], [[0, 1]])',
    'import keras, numpy as np\nkeras.Sequential([keras.layers.Dense(2)]).fit(np.zeros((4, 4)), np.zeros((4, 2)))',
    "import keras, numpy as np\n"
    "m = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2)])\n"
    "m.compile('sgd', 'mse')\n"
    "m.fit(np.zeros((8, 4)), np.zeros((7, 2)))",
    "import keras, numpy as np\n"
    "m = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2)])\n"
    "m.compile('sdg', 'mse')",
    'import keras, numpy as np\n'
    'm = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2)])\n'
    'm.predict(np.zeros((2, 5)), verbose=0)',
    'import keras\nkeras.Sequential([keras.layers.Dense(2)]).count_params()',
    "import keras\nkeras.Sequential([keras.layers.Dense(3, name='a'), keras.layers.Dense(2, name='a')])",
    "import keras\nkeras.optimizers.Adam(learning_rate='fast')",
    "import keras, numpy as np\n"
    "m = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2)])\n"
    "m.compile('sgd', 'msee')\n"
    "m.fit(np.zeros((4, 4)), np.zeros((4, 2)), verbose=0)",
    "import keras, numpy as np\n"
    "m = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2)])\n"
    "m.compile('sgd', 'mse', metrics=['acuracy'])\n"
    "m.fit(np.zeros((4, 4)), np.zeros((4, 2)), verbose=0)",
    'x = 3\nx()',
    'None.shape',
    "'abc'['a']",
    '{}[[1]]',
    "float('nan') < 'a'",
    "'%d' % 'x'",
    "'{:d}'.format('x')",
    "f'{3:q}'",
    'int(None)',
    "raise ValueError('mine', 2)",
    "assert 1 == 2, 'no'",
    '{1: 2}.pop(3)',
    '[1].index(2)',
    'range(1, 2, 0)',
    "sum(['a', 'b'])",
    "sorted([1, 'a'])",
    'next(iter([]))',
    "open('/no/such/file')",
    'import numpy as np\nnp.linspace(0, 1, -1)',
    'import numpy as np\nnp.argmax(np.array([]))',
    'import numpy as np\nnp.random.randint(5, 2)',
    'import numpy as np\nnp.random.choice(3, 5, replace=False)',
    'import numpy as np\nnp.ones((2, 3))[:, [0, 5]]',
    'import numpy as np\nnp.ones(3)[np.array([True, False])]',
    'import numpy as np\nint(np.ones(3))',
    'def f():\n    x = y_local\n    y_local = 1\nf()',
    'x = 1\nx.y = 2',
    'class_ = 1\ndel nothing',
    'def f():\n    return f()\nf()',
    '1 << -1',
    "2 ** 'a'",
    '1 % 0',
    '1.5 // 0',
    '(lambda x: x)()',
    "print(1, sepp='')",
    '[1, 2, 3][1.5]',
    "'a'.join([1])",
    "import keras\nkeras.layers.Flatten(data_format='x')",
    'import keras\nkeras.Sequential().add(5)',
    'import keras\nkeras.optimizers.SGD(learning_rate=0.1, momentum=2.0)',
    'import keras\nkeras.utils.to_categorical([0, 5], num_classes=3)',
]

with open(pathlib.Path(__file__).with_suffix(".txt"), "w") as file:
    for program in PROGRAMS:
        keras.backend.clear_session()
        try:
            exec(compile(program, "<string>", "exec"), {"__name__": "__main__"})
        except BaseException as error:
            text = str(error).split(". Did you mean")[0]
            name = type(error).__qualname__
            if type(error).__module__ != "builtins":
                name = type(error).__module__ + "." + name
            file.write("=== " + program + "\n--- " + name + (": " + text if text else "") + "\n")
        else:
            raise SystemExit("no error: " + program)
