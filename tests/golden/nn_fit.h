/* Made by tests/golden/nn_fit.py with Keras 3.15.1 on TensorFlow. */
typedef struct NnFitCase {
  const char *name;
  int outputs;
  const char *activation;
  double l1, l2;
  const char *loss, *metrics[3];
  int names_count;
  const char *names[6];
  double values[6][3];      /* history, an epoch a column */
  double evaluated[3];      /* in Keras's return order */
  double predicted[5];      /* the last row */
  long optimizer_parameters;
} NnFitCase;
static const NnFitCase nn_fit_cases[] = {
    {"one-hot", 5, "softmax", 0.0, 0.01, "categorical_crossentropy", {"accuracy", "mse"}, 6, {"accuracy", "loss", "mse", "val_accuracy", "val_loss", "val_mse"},
     {{0.270833343, 0.270833343, 0.270833343},
      {2.20792794, 2.18868232, 2.17086911},
      {0.18570511, 0.184897304, 0.184149638},
      {0.25, 0.25, 0.25},
      {2.4347837, 2.41798162, 2.40130591},
      {0.206317112, 0.205642298, 0.204966903}},
     {2.20769715, 0.266666681, 0.187915772}, {0.058433935, 0.246002644, 0.329150915, 0.0630953237, 0.303317279}, 350},
    {"classes", 5, "softmax", 0.001, 0.002, "sparse_categorical_crossentropy", {"acc"}, 4, {"acc", "loss", "val_acc", "val_loss"},
     {{0.270833343, 0.270833343, 0.270833343},
      {2.12589192, 2.10742402, 2.09040523},
      {0.25, 0.25, 0.25},
      {2.35348511, 2.33776474, 2.32210088}},
     {2.12788153, 0.266666681}, {0.0583286695, 0.246053174, 0.329596698, 0.0630628318, 0.302958578}, 350},
    {"column", 5, "softmax", 0.0, 0.0, "sparse_categorical_crossentropy", {"accuracy", "sparse_categorical_accuracy"}, 6, {"accuracy", "loss", "sparse_categorical_accuracy", "val_accuracy", "val_loss", "val_sparse_categorical_accuracy"},
     {{0.270833343, 0.270833343, 0.270833343},
      {2.06885624, 2.05071092, 2.03402448},
      {0.270833343, 0.270833343, 0.270833343},
      {0.25, 0.25, 0.25},
      {2.29692721, 2.28168011, 2.26647997},
      {0.25, 0.25, 0.25}},
     {2.07181907, 0.266666681, 0.266666681}, {0.0582566038, 0.246131033, 0.329687595, 0.0630018786, 0.302922726}, 350},
    {"binary", 1, "sigmoid", 0.0, 0.0, "binary_crossentropy", {"accuracy", "accuracy"}, 6, {"accuracy", "accuracy_1", "loss", "val_accuracy", "val_accuracy_1", "val_loss"},
     {{0.625, 0.625, 0.625},
      {0.625, 0.625, 0.625},
      {0.773620367, 0.76770097, 0.76236552},
      {0.541666687, 0.541666687, 0.541666687},
      {0.541666687, 0.541666687, 0.541666687},
      {0.801000416, 0.797912419, 0.794784963}},
     {0.766561687, 0.608333349, 0.608333349}, {0.287539721}, 238},
    {"numbers", 1, "linear", 0.01, 0.0, "mse", {"mae"}, 4, {"loss", "mae", "val_loss", "val_mae"},
     {{3.71302605, 3.57183266, 3.43690562},
      {1.5138917, 1.48153746, 1.44985044},
      {2.72400546, 2.6264286, 2.53205252},
      {1.30534708, 1.27865863, 1.25214648}},
     {3.18745899, 1.39429939}, {-0.856419027}, 238},
};
