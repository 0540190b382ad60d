#include "repl/console/imports.h"

#include <stdio.h>
#include <string.h>

#include "repl/types/containers.h"

typedef struct ImportRow {
  const char *names; /* apart by blanks */
  const char *line;  /* "%s": the name */
} ImportRow;

static const ImportRow rows[] = {
    {"np", "import numpy as np"},
    {"tf", "import tensorflow as tf"},
    {"plt", "import matplotlib.pyplot as plt"},
    {"mpl", "import matplotlib as mpl"},
    {"pd", "import pandas as pd"},
    {"sns", "import seaborn as sns"},
    {"K", "from tensorflow.keras import backend as K"},
    {"numpy keras tensorflow pandas matplotlib sklearn seaborn scipy os sys random math time datetime json re string "
     "copy glob pickle itertools functools collections warnings logging argparse csv shutil pathlib",
     "import %s"},
    {"layers models optimizers losses metrics callbacks datasets regularizers initializers utils activations "
     "constraints applications preprocessing ops", "from tensorflow.keras import %s"},
    {"Sequential Model", "from tensorflow.keras.models import %s"},
    {"load_model", "from tensorflow.keras.models import %s"},
    {"Dense Dropout Flatten Activation Conv1D Conv2D MaxPooling2D MaxPool2D MaxPooling1D AveragePooling2D Input "
     "InputLayer BatchNormalization LayerNormalization GlobalAveragePooling2D GlobalMaxPooling2D Embedding LSTM GRU "
     "SimpleRNN Reshape Concatenate Add LeakyReLU ReLU Softmax Rescaling GaussianNoise UpSampling2D Conv2DTranspose "
     "ZeroPadding2D SeparableConv2D TimeDistributed Bidirectional", "from tensorflow.keras.layers import %s"},
    {"Adam SGD RMSprop Adagrad Adadelta Adamax Nadam AdamW", "from tensorflow.keras.optimizers import %s"},
    {"EarlyStopping ModelCheckpoint ReduceLROnPlateau TensorBoard LearningRateScheduler Callback",
     "from tensorflow.keras.callbacks import %s"},
    {"mnist fashion_mnist cifar10 cifar100 imdb boston_housing", "from tensorflow.keras.datasets import %s"},
    {"to_categorical plot_model", "from tensorflow.keras.utils import %s"},
    {"l1 l2 l1_l2", "from tensorflow.keras.regularizers import %s"},
    {"train_test_split KFold StratifiedKFold GridSearchCV cross_val_score",
     "from sklearn.model_selection import %s"},
    {"StandardScaler MinMaxScaler LabelEncoder OneHotEncoder LabelBinarizer",
     "from sklearn.preprocessing import %s"},
    {"accuracy_score confusion_matrix classification_report mean_squared_error r2_score",
     "from sklearn.metrics import %s"},
    {"defaultdict Counter namedtuple deque OrderedDict", "from collections import %s"},
    {"tqdm", "from tqdm import tqdm"},
    {"Path", "from pathlib import Path"},
    {"get_ipython", "nnsh --cells FILE runs the script as a notebook, where get_ipython() is known"},
    {"display", "from IPython.display import display"},
    {"xrange", "Python 2's xrange is range"},
    {"raw_input", "Python 2's raw_input is input"},
    {"unicode", "Python 2's unicode is str"},
};

static bool has_name(const char *names, const char *name, size_t length) {
  for (const char *at = names; *at;) {
    size_t word = strcspn(at, " ");
    if (word == length && strncmp(at, name, length) == 0) return true;
    at += word + (at[word] == ' ');
  }
  return false;
}

void imports_add_hint(Text *text, const Exception *exception) {
  if (exception->head.type != &py_NameError) return;
  const char *message, *end;
  Value arguments = exception->arguments;
  if (!py_is_tuple(arguments) || py_as_tuple(arguments)->count != 1 || !py_is_str(py_as_tuple(arguments)->items[0]))
    return;
  message = py_as_string(py_as_tuple(arguments)->items[0])->data;
  if (strncmp(message, "name '", 6) != 0 || (end = strchr(message + 6, '\'')) == NULL) return;
  char name[64];
  snprintf(name, sizeof name, "%.*s", (int)(end - message - 6), message + 6);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (!has_name(rows[i].names, name, strlen(name))) continue;
    text_add(text, "hint: ");
    const char *place = strstr(rows[i].line, "%s");
    text_add_bytes(text, rows[i].line, place ? (size_t)(place - rows[i].line) : strlen(rows[i].line));
    if (place) text_add(text, name);
    text_add_char(text, '\n');
    return;
  }
}
