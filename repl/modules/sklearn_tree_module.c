/* _sklearn_tree: the native half of sklearn.tree and sklearn.ensemble. */
#include <string.h>

#include "repl/modules/numpy_internal.h"
#include "repl/modules/sklearn_tree.h"

static Value array_of(NdType type, int64_t rows, int64_t columns, const void *data) {
  Error error = {0};
  int64_t shape[2] = {rows, columns};
  NdArray *made = nd_new(type, columns < 0 ? 1 : 2, shape, &error);
  if (made && rows) memcpy(made->data, data, (size_t)(rows * (columns < 0 ? 1 : columns)) * 8);
  return np_value(made, &error);
}

/* A tuple of the tree's arrays and its depth. */
static Value value_of(const Tree *tree) {
  const void *whole[] = {tree->left, tree->right, tree->feature, tree->samples};
  const void *real[] = {tree->threshold, tree->impurity, tree->weight};
  Value out = py_tuple(9);
  if (py_is_error(out)) return out;
  for (int i = 0; i < 9; i++) {
    Value made = i < 4    ? array_of(ND_INT64, tree->count, -1, whole[i])
                 : i < 7  ? array_of(ND_FLOAT64, tree->count, -1, real[i - 4])
                 : i == 7 ? array_of(ND_FLOAT64, tree->count, tree->values, tree->value)
                          : py_int(tree->depth);
    if (py_is_error(made)) {
      py_drop(out);
      return PY_ERROR;
    }
    py_as_tuple(out)->items[i] = made;
  }
  return out;
}

/* x, y, weights or None, classes, criterion, random splits, seed, max_depth, min_split, min_leaf, min_weight_leaf,
 * max_features, max_leaves, min_decrease */
static Value grow(const NativeRow *row, Value *arguments) {
  TreeTask task = {0};
  int64_t criterion, seed;
  NpWork work = {0};
  NdArray *x = np_hold_as(&work, arguments[0], ND_FLOAT32);
  NdArray *y = x ? np_hold_as(&work, arguments[1], ND_FLOAT64) : NULL;
  NdArray *weights = y && !py_is_none(arguments[2]) ? np_hold_as(&work, arguments[2], ND_FLOAT64) : NULL;
  if (y == NULL || (weights == NULL && !py_is_none(arguments[2]))) return np_end(&work, PY_ERROR);
  if (!py_as_int(arguments[3], &task.classes) || !py_as_int(arguments[4], &criterion) ||
      !py_as_bool(arguments[5], &task.random_splits) || !py_as_int(arguments[6], &seed) ||
      !py_as_int(arguments[7], &task.max_depth) || !py_as_int(arguments[8], &task.min_split) ||
      !py_as_int(arguments[9], &task.min_leaf) || !py_as_double(arguments[10], &task.min_weight_leaf) ||
      !py_as_int(arguments[11], &task.max_features) || !py_as_int(arguments[12], &task.max_leaves) ||
      !py_as_double(arguments[13], &task.min_decrease))
    return np_end(&work, PY_ERROR);
  bool fits = x->ndim == 2 && y->ndim == 1 && y->shape[0] == x->shape[0] && x->shape[0] > 0 && x->shape[1] > 0 &&
              (weights == NULL || (weights->ndim == 1 && weights->shape[0] == x->shape[0]));
  const double *labels = (const double *)y->data;
  for (int64_t i = 0; fits && task.classes && i < y->shape[0]; i++)
    fits = labels[i] >= 0 && labels[i] < (double)task.classes;
  if (!fits) return np_end(&work, np_step(&work, py_raise(&py_ValueError, "rows, labels and weights do not fit")));
  task.x = (const float *)x->data;
  task.y = labels;
  task.weights = weights ? (const double *)weights->data : NULL;
  task.rows = x->shape[0];
  task.columns = x->shape[1];
  task.criterion = criterion == 0 ? TREE_GINI : criterion == 1 ? TREE_ENTROPY : TREE_SQUARED_ERROR;
  task.seed = (uint32_t)seed;
  Tree tree;
  Error error = {0};
  Value made = tree_grow(&task, &tree, &error) ? value_of(&tree) : py_raise_error(&error);
  tree_free(&tree);
  return np_end(&work, np_step(&work, made));
}

/* x, left, right, feature, threshold: the leaf that each row ends in. */
static Value leaves(const NativeRow *row, Value *arguments) {
  static const NdType types[] = {ND_FLOAT32, ND_INT64, ND_INT64, ND_INT64, ND_FLOAT64};
  NpWork work = {0};
  NdArray *held[5];
  for (int i = 0; i < 5; i++)
    if ((held[i] = np_hold_as(&work, arguments[i], types[i])) == NULL) return np_end(&work, PY_ERROR);
  NdArray *x = held[0];
  const int64_t *left = (const int64_t *)held[1]->data, *right = (const int64_t *)held[2]->data;
  const int64_t *feature = (const int64_t *)held[3]->data;
  const double *threshold = (const double *)held[4]->data;
  int64_t nodes = held[1]->ndim == 1 ? held[1]->shape[0] : 0;
  bool fits = x->ndim == 2 && nodes > 0;
  for (int i = 2; i < 5; i++) fits = fits && held[i]->ndim == 1 && held[i]->shape[0] == nodes;
  for (int64_t n = 0; fits && n < nodes; n++)
    fits = left[n] < 0 || (left[n] > n && right[n] > n && left[n] < nodes && right[n] < nodes && feature[n] >= 0 &&
                           feature[n] < x->shape[1]);
  if (!fits) return np_end(&work, np_step(&work, py_raise(&py_ValueError, "the rows do not fit the tree")));
  Error error = {0};
  Value made = np_step_array(&work, nd_new(ND_INT64, 1, x->shape, &error), &error);
  if (work.failed) return np_end(&work, PY_ERROR);
  int64_t *out = (int64_t *)np_borrow(made)->data;
  for (int64_t i = 0; i < x->shape[0]; i++) {
    const float *values = (const float *)x->data + i * x->shape[1];
    int64_t node = 0;
    while (left[node] >= 0) node = (double)values[feature[node]] <= threshold[node] ? left[node] : right[node];
    out[i] = node;
  }
  return np_end(&work, made);
}

static const NativeRow functions[] = {
    {"grow",
     "x, y, weights, classes, criterion, random_splits, seed, max_depth, min_split, min_leaf, min_weight_leaf, "
     "max_features, max_leaves, min_decrease, /",
     "A tree's nodes.", grow, NULL},
    {"leaves", "x, left, right, feature, threshold, /", "The leaf of each row.", leaves, NULL},
    {0},
};

const ModuleRow sklearn_tree_module_rows[] = {
    {.name = "_sklearn_tree", .help = "How sklearn's trees grow.", .functions = functions},
    {0},
};
