/* Made by tests/golden/summary_outputs.py with keras2 (2.21.0): do not edit. */
static const SummaryRow chain_rows[] = {
  {"dense", "Dense", "(None, 512)", true, 401920, NULL, 0},
  {"dense_1", "Dense", "(None, 64)", true, 32832, NULL, 0},
  {"dense_2", "Dense", "(None, 10)", true, 650, NULL, 0}};
static const SummaryRow small_rows[] = {
  {"dense", "Dense", "(None, 1)", true, 3, NULL, 0}};
static const SummaryRow dropout_rows[] = {
  {"flatten", "Flatten", "(None, 784)", true, 0, NULL, 0},
  {"a_layer_with_a_rather_long_name_indeed", "Dense", "(None, 300)", true, 235500, NULL, 0},
  {"dropout", "Dropout", "(None, 300)", true, 0, NULL, 0},
  {"activation", "Activation", "(None, 300)", true, 0, NULL, 0},
  {"dense", "Dense", "(None, 10)", true, 3010, NULL, 0}};
static const SummaryRow functional_rows[] = {
  {"input_1", "InputLayer", "(None, 8)", true, 0, NULL, 0},
  {"dense", "Dense", "(None, 4)", true, 36, NULL, 0},
  {"dense_1", "Dense", "(None, 3)", true, 15, NULL, 0}};
static const char *const branches_links_2[] = {"left[0][0]"};
static const char *const branches_links_3[] = {"right_with_long_name[0][0]"};
static const char *const branches_links_4[] = {"dense[0][0]", "dense_1[0][0]"};
static const char *const branches_links_5[] = {"add[0][0]", "dense[0][0]", "dense_1[0][0]"};
static const char *const branches_links_6[] = {"concatenate[0][0]"};
static const SummaryRow branches_rows[] = {
  {"left", "InputLayer", "(None, 8)", true, 0, NULL, 0},
  {"right_with_long_name", "InputLayer", "(None, 1000)", true, 0, NULL, 0},
  {"dense", "Dense", "(None, 30)", true, 270, branches_links_2, 1},
  {"dense_1", "Dense", "(None, 30)", true, 30030, branches_links_3, 1},
  {"add", "Add", "(None, 30)", true, 0, branches_links_4, 2},
  {"concatenate", "Concatenate", "(None, 90)", true, 0, branches_links_5, 3},
  {"big", "Dense", "(None, 10000)", true, 910000, branches_links_6, 1}};
static const char *const shared_links_1[] = {"a[0][0]", "twice[0][0]"};
static const SummaryRow shared_rows[] = {
  {"a", "InputLayer", "(None, 8)", true, 0, NULL, 0},
  {"twice", "Dense", "(None, 8)", true, 72, shared_links_1, 2}};
static const SummaryTable keras2_tables[] = {
  {"model1", true, false, chain_rows, 3, 435402, 1741608, 0, 0, 0, 0, NULL},
  {"sequential", true, false, small_rows, 1, 3, 12, 0, 0, 0, 0, NULL},
  {"has [brackets] and spaces in its name", true, false, dropout_rows, 5, 238510, 954040, 0, 0, 0, 0, NULL},
  {"plain_functional", true, false, functional_rows, 3, 51, 204, 0, 0, 0, 0, NULL},
  {"branches", true, true, branches_rows, 7, 940300, 3761200, 0, 0, 0, 0, NULL},
  {"shared", true, true, shared_rows, 2, 72, 288, 0, 0, 0, 0, NULL}};
static const SummaryCase keras2_cases[] = {
  {0, 80, "Model: \"model1\"\n"
     "_________________________________________________________________\n"
     " Layer (type)                Output Shape              Param #   \n"
     "=================================================================\n"
     " dense (Dense)               (None, 512)               401920    \n"
     "                                                                 \n"
     " dense_1 (Dense)             (None, 64)                32832     \n"
     "                                                                 \n"
     " dense_2 (Dense)             (None, 10)                650       \n"
     "                                                                 \n"
     "=================================================================\n"
     "Total params: 435402 (1.66 MB)\n"
     "Trainable params: 435402 (1.66 MB)\n"
     "Non-trainable params: 0 (0.00 Byte)\n"
     "_________________________________________________________________\n"},
  {1, 80, "Model: \"sequential\"\n"
     "_________________________________________________________________\n"
     " Layer (type)                Output Shape              Param #   \n"
     "=================================================================\n"
     " dense (Dense)               (None, 1)                 3         \n"
     "                                                                 \n"
     "=================================================================\n"
     "Total params: 3 (12.00 Byte)\n"
     "Trainable params: 3 (12.00 Byte)\n"
     "Non-trainable params: 0 (0.00 Byte)\n"
     "_________________________________________________________________\n"},
  {2, 80, "Model: \"has [brackets] and spaces in its name\"\n"
     "_________________________________________________________________\n"
     " Layer (type)                Output Shape              Param #   \n"
     "=================================================================\n"
     " flatten (Flatten)           (None, 784)               0         \n"
     "                                                                 \n"
     " a_layer_with_a_rather_long  (None, 300)               235500    \n"
     " _name_indeed (Dense)                                            \n"
     "                                                                 \n"
     " dropout (Dropout)           (None, 300)               0         \n"
     "                                                                 \n"
     " activation (Activation)     (None, 300)               0         \n"
     "                                                                 \n"
     " dense (Dense)               (None, 10)                3010      \n"
     "                                                                 \n"
     "=================================================================\n"
     "Total params: 238510 (931.68 KB)\n"
     "Trainable params: 238510 (931.68 KB)\n"
     "Non-trainable params: 0 (0.00 Byte)\n"
     "_________________________________________________________________\n"},
  {3, 80, "Model: \"plain_functional\"\n"
     "_________________________________________________________________\n"
     " Layer (type)                Output Shape              Param #   \n"
     "=================================================================\n"
     " input_1 (InputLayer)        [(None, 8)]               0         \n"
     "                                                                 \n"
     " dense (Dense)               (None, 4)                 36        \n"
     "                                                                 \n"
     " dense_1 (Dense)             (None, 3)                 15        \n"
     "                                                                 \n"
     "=================================================================\n"
     "Total params: 51 (204.00 Byte)\n"
     "Trainable params: 51 (204.00 Byte)\n"
     "Non-trainable params: 0 (0.00 Byte)\n"
     "_________________________________________________________________\n"},
  {4, 80, "Model: \"branches\"\n"
     "__________________________________________________________________________________________________\n"
     " Layer (type)                Output Shape                 Param #   Connected to                  \n"
     "==================================================================================================\n"
     " left (InputLayer)           [(None, 8)]                  0         []                            \n"
     "                                                                                                  \n"
     " right_with_long_name (Inpu  [(None, 1000)]               0         []                            \n"
     " tLayer)                                                                                          \n"
     "                                                                                                  \n"
     " dense (Dense)               (None, 30)                   270       ['left[0][0]']                \n"
     "                                                                                                  \n"
     " dense_1 (Dense)             (None, 30)                   30030     ['right_with_long_name[0][0]']\n"
     "                                                                                                  \n"
     " add (Add)                   (None, 30)                   0         ['dense[0][0]',               \n"
     "                                                                     'dense_1[0][0]']             \n"
     "                                                                                                  \n"
     " concatenate (Concatenate)   (None, 90)                   0         ['add[0][0]',                 \n"
     "                                                                     'dense[0][0]',               \n"
     "                                                                     'dense_1[0][0]']             \n"
     "                                                                                                  \n"
     " big (Dense)                 (None, 10000)                910000    ['concatenate[0][0]']         \n"
     "                                                                                                  \n"
     "==================================================================================================\n"
     "Total params: 940300 (3.59 MB)\n"
     "Trainable params: 940300 (3.59 MB)\n"
     "Non-trainable params: 0 (0.00 Byte)\n"
     "__________________________________________________________________________________________________\n"},
  {5, 80, "Model: \"shared\"\n"
     "__________________________________________________________________________________________________\n"
     " Layer (type)                Output Shape                 Param #   Connected to                  \n"
     "==================================================================================================\n"
     " a (InputLayer)              [(None, 8)]                  0         []                            \n"
     "                                                                                                  \n"
     " twice (Dense)               (None, 8)                    72        ['a[0][0]',                   \n"
     "                                                                     'twice[0][0]']               \n"
     "                                                                                                  \n"
     "==================================================================================================\n"
     "Total params: 72 (288.00 Byte)\n"
     "Trainable params: 72 (288.00 Byte)\n"
     "Non-trainable params: 0 (0.00 Byte)\n"
     "__________________________________________________________________________________________________\n"}};
