/* Decision trees as scikit-learn grows them: the same splits, because features are drawn, values sorted and sums added
 * in the same order (Breiman et al., Classification and Regression Trees; xorshift of Marsaglia, 2003). */
#ifndef NNSH_REPL_MODULES_SKLEARN_TREE_H
#define NNSH_REPL_MODULES_SKLEARN_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "engine/core/error.h"

typedef enum TreeCriterion { TREE_GINI, TREE_ENTROPY, TREE_SQUARED_ERROR } TreeCriterion;

/* What a tree is grown of and how. `y` holds the number of each row's class, or its value (classes 0). Rows whose
 * weight is 0 do not count. `max_leaves` below 0: depth first, without a bound; otherwise the best leaf is split first.
 */
typedef struct TreeTask {
  const float *x; /* rows x columns */
  const double *y, *weights;
  int64_t rows, columns, classes;
  TreeCriterion criterion;
  bool random_splits;
  uint32_t seed;
  int64_t max_depth, min_split, min_leaf, max_features, max_leaves;
  double min_weight_leaf, min_decrease;
} TreeTask;

/* Nodes in the order in which they were made; children of leaves are -1, their feature and threshold -2. */
typedef struct Tree {
  int64_t count, capacity, depth, values; /* values: how many a node has, classes or 1 */
  int64_t *left, *right, *feature, *samples;
  double *threshold, *impurity, *weight, *value;
} Tree;

/* False with the error set: out of memory, or an interrupt. tree_free releases the tree in either case. */
bool tree_grow(const TreeTask *task, Tree *tree, Error *error);
void tree_free(Tree *tree);

#endif
