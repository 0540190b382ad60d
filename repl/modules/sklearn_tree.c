#include "repl/modules/sklearn_tree.h"

#include <math.h>
#include <string.h>

#include "engine/core/interrupt.h"
#include "engine/core/memory.h"

/* Values nearer than this are taken as equal. */
#define SAME 1e-7f
#define LEAF (-1)
#define NOTHING (-2)
#define TINY 2.220446049250313e-16

typedef struct Split {
  int64_t feature, pos; /* pos: the first row of the right side; the node's end where there is no split */
  double threshold, improvement, left_impurity, right_impurity;
} Split;

/* The sums of the rows [start, end) of `rows`, of which [start, pos) are on the left. */
typedef struct Grower {
  const TreeTask *task;
  Tree *tree;
  Error *error;
  uint32_t seed;
  int64_t *rows, *features, *constants; /* constants: features known to be constant here, in the order found */
  float *values;                        /* of the feature that is looked at, beside `rows` */
  int64_t start, end, pos, width;
  double all_weight, weight, left_weight, right_weight, squares;
  double *total, *left, *right;
} Grower;

/* A node that waits to be split; the last four are the best-first builder's. */
typedef struct Waiting {
  int64_t start, end, depth, parent, constants;
  bool is_left, is_leaf;
  double impurity;
  int64_t node, pos;
  double improvement, left_impurity, right_impurity;
} Waiting;

/* ---- Chance ---- */

static uint32_t draw(uint32_t *seed) {
  if (*seed == 0) *seed = 1;
  *seed ^= *seed << 13;
  *seed ^= *seed >> 17;
  *seed ^= *seed << 5;
  return *seed % 2147483648u;
}
static int64_t draw_below(uint32_t *seed, int64_t low, int64_t high) {
  return low + (int64_t)draw(seed) % (high - low);
}

/* ---- Sorting rows by their values: the order of equal values matters to the last digit of sums ---- */

static void swap(float *values, int64_t *rows, int64_t i, int64_t j) {
  float value = values[i];
  int64_t row = rows[i];
  values[i] = values[j];
  rows[i] = rows[j];
  values[j] = value;
  rows[j] = row;
}

static float middle_of_three(const float *values, int64_t n) {
  float a = values[0], b = values[n / 2], c = values[n - 1];
  if (a < b) return b < c ? b : a < c ? c : a;
  if (b < c) return a < c ? a : c;
  return b;
}

static void sink(float *values, int64_t *rows, int64_t root, int64_t end) {
  for (;;) {
    int64_t child = root * 2 + 1, greatest = root;
    if (child < end && values[greatest] < values[child]) greatest = child;
    if (child + 1 < end && values[greatest] < values[child + 1]) greatest = child + 1;
    if (greatest == root) return;
    swap(values, rows, root, greatest);
    root = greatest;
  }
}

static void heap_sort(float *values, int64_t *rows, int64_t n) {
  for (int64_t start = (n - 2) / 2; start >= 0; start--) sink(values, rows, start, n);
  for (int64_t end = n - 1; end > 0; end--) {
    swap(values, rows, 0, end);
    sink(values, rows, 0, end);
  }
}

/* Quicksort in three parts (less, equal, greater), heapsort below `levels`, insertion for what is short. */
static void sort_by_value(float *values, int64_t *rows, int64_t n, int levels) {
  while (n > 15) {
    if (levels-- <= 0) {
      heap_sort(values, rows, n);
      return;
    }
    float pivot = middle_of_three(values, n);
    int64_t less = 0, at = 0, greater = n;
    while (at < greater) {
      if (values[at] < pivot) swap(values, rows, at++, less++);
      else if (values[at] > pivot) swap(values, rows, at, --greater);
      else at++;
    }
    sort_by_value(values, rows, less, levels);
    values += greater;
    rows += greater;
    n -= greater;
  }
  for (int64_t i = 1; i < n; i++) {
    float value = values[i];
    int64_t row = rows[i], j = i;
    for (; j > 0 && values[j - 1] > value; j--) {
      values[j] = values[j - 1];
      rows[j] = rows[j - 1];
    }
    values[j] = value;
    rows[j] = row;
  }
}

/* ---- Sums of a node ---- */

static double weight_of(const Grower *g, int64_t row) { return g->task->weights ? g->task->weights[row] : 1.0; }

static void add_row(const Grower *g, double *sums, int64_t row, double weight) {
  if (g->task->classes) sums[(int64_t)g->task->y[row]] += weight;
  else sums[0] += weight * g->task->y[row];
}

static void all_right(Grower *g) {
  g->pos = g->start;
  g->left_weight = 0;
  g->right_weight = g->weight;
  memset(g->left, 0, (size_t)g->width * sizeof(double));
  memcpy(g->right, g->total, (size_t)g->width * sizeof(double));
}

static void enter_node(Grower *g, int64_t start, int64_t end) {
  g->start = start;
  g->end = end;
  g->weight = g->squares = 0;
  memset(g->total, 0, (size_t)g->width * sizeof(double));
  for (int64_t p = start; p < end; p++) {
    int64_t row = g->rows[p];
    double weight = weight_of(g, row);
    if (g->task->classes == 0) {
      double part = weight * g->task->y[row];
      g->total[0] += part;
      g->squares += part * g->task->y[row];
    } else {
      g->total[(int64_t)g->task->y[row]] += weight;
    }
    g->weight += weight;
  }
  all_right(g);
}

/* Moves rows to the left up to `pos`, by the shorter way. */
static void move_to(Grower *g, int64_t pos) {
  if (pos - g->pos <= g->end - pos) {
    for (int64_t p = g->pos; p < pos; p++) {
      double weight = weight_of(g, g->rows[p]);
      add_row(g, g->left, g->rows[p], weight);
      g->left_weight += weight;
    }
  } else {
    memcpy(g->left, g->total, (size_t)g->width * sizeof(double));
    g->left_weight = g->weight;
    for (int64_t p = g->end - 1; p >= pos; p--) {
      double weight = weight_of(g, g->rows[p]);
      add_row(g, g->left, g->rows[p], -weight);
      g->left_weight -= weight;
    }
  }
  g->right_weight = g->weight - g->left_weight;
  for (int64_t c = 0; c < g->width; c++) g->right[c] = g->total[c] - g->left[c];
  g->pos = pos;
}

static double impurity_of(const Grower *g, const double *sums, double weight, double squares) {
  double out = 0;
  switch (g->task->criterion) {
    case TREE_GINI:
      for (int64_t c = 0; c < g->width; c++) out += sums[c] * sums[c];
      return 1.0 - out / (weight * weight);
    case TREE_ENTROPY:
      for (int64_t c = 0; c < g->width; c++)
        if (sums[c] > 0) out -= sums[c] / weight * (log(sums[c] / weight) / log(2.0));
      return out;
    default: return squares / weight - sums[0] / weight * (sums[0] / weight);
  }
}

static void child_impurities(const Grower *g, double *left, double *right) {
  double squares = 0;
  if (g->task->criterion == TREE_SQUARED_ERROR)
    for (int64_t p = g->start; p < g->pos; p++) {
      double y = g->task->y[g->rows[p]];
      squares += weight_of(g, g->rows[p]) * y * y;
    }
  *left = impurity_of(g, g->left, g->left_weight, squares);
  *right = impurity_of(g, g->right, g->right_weight, g->squares - squares);
}

/* Grows with the improvement of the split at `pos`; cheaper than that. */
static double merit(const Grower *g) {
  if (g->task->criterion == TREE_SQUARED_ERROR)
    return g->left[0] * g->left[0] / g->left_weight + g->right[0] * g->right[0] / g->right_weight;
  double left, right;
  child_impurities(g, &left, &right);
  return -g->right_weight * right - g->left_weight * left;
}

/* ---- The best split of a node ---- */

static float value_at(const Grower *g, int64_t p, int64_t feature) {
  return g->task->x[g->rows[p] * g->task->columns + feature];
}

static bool allowed(const Grower *g, int64_t pos) {
  return pos - g->start >= g->task->min_leaf && g->end - pos >= g->task->min_leaf;
}
static bool heavy_enough(const Grower *g) {
  return g->left_weight >= g->task->min_weight_leaf && g->right_weight >= g->task->min_weight_leaf;
}

/* All places between different values of a feature whose values are sorted. */
static void try_all(Grower *g, int64_t feature, double *best_merit, Split *best) {
  const float *values = g->values;
  all_right(g);
  for (int64_t p = g->start; p < g->end;) {
    p++;
    while (p < g->end && values[p] <= values[p - 1] + SAME) p++;
    if (p == g->end || !allowed(g, p)) continue;
    move_to(g, p);
    if (!heavy_enough(g)) continue;
    double now = merit(g);
    if (now <= *best_merit) continue;
    *best_merit = now;
    *best = (Split){.feature = feature, .pos = p, .threshold = (double)values[p - 1] / 2.0 + (double)values[p] / 2.0};
  }
}

static void part_rows(Grower *g, int64_t feature, double threshold, int64_t *pos) {
  int64_t low = g->start, high = g->end;
  while (low < high) {
    if ((double)value_at(g, low, feature) <= threshold) {
      low++;
      continue;
    }
    high--;
    int64_t row = g->rows[low];
    g->rows[low] = g->rows[high];
    g->rows[high] = row;
  }
  *pos = high;
}

/* One place by chance between the least and the greatest value. */
static void try_one(Grower *g, int64_t feature, float low, float high, double *best_merit, Split *best) {
  double threshold = ((double)high - (double)low) * (double)draw(&g->seed) / 2147483647.0 + (double)low;
  if (threshold == (double)high) threshold = (double)low;
  int64_t pos;
  part_rows(g, feature, threshold, &pos);
  if (!allowed(g, pos)) return;
  all_right(g);
  move_to(g, pos);
  if (!heavy_enough(g)) return;
  double now = merit(g);
  if (now <= *best_merit) return;
  *best_merit = now;
  *best = (Split){.feature = feature, .pos = pos, .threshold = threshold};
}

static void swap_features(Grower *g, int64_t i, int64_t j) {
  int64_t feature = g->features[i];
  g->features[i] = g->features[j];
  g->features[j] = feature;
}

/* Whether a feature has one value only; its values are sorted (or, for splits by chance, its bounds found). */
static bool look_at(Grower *g, int64_t feature, float *low, float *high) {
  int64_t n = g->end - g->start;
  for (int64_t p = g->start; p < g->end; p++) g->values[p] = value_at(g, p, feature);
  if (!g->task->random_splits) {
    sort_by_value(g->values + g->start, g->rows + g->start, n, 2 * (int)log2((double)n));
    *low = g->values[g->start];
    *high = g->values[g->end - 1];
  } else {
    *low = *high = g->values[g->start];
    for (int64_t p = g->start; p < g->end; p++) {
      if (g->values[p] < *low) *low = g->values[p];
      if (g->values[p] > *high) *high = g->values[p];
    }
  }
  return *high <= *low + SAME;
}

/* Features are drawn without replacement until max_features were looked at and one of them was not constant. The
 * array `features` holds, from the left: constants drawn, constants known and not drawn, constants found now, features
 * not drawn yet, features looked at. `*constants` is how many are known; those found here are added. */
static Split best_split(Grower *g, double impurity, int64_t *constants) {
  const TreeTask *task = g->task;
  Split best = {.pos = g->end, .feature = 0};
  double best_merit = -INFINITY;
  int64_t last = task->columns, visited = 0, found = 0, drawn = 0, known = *constants, total = known;
  int64_t latest = -1;
  while (last > total && (visited < task->max_features || visited <= found + drawn)) {
    visited++;
    int64_t at = draw_below(&g->seed, drawn, last - found);
    if (at < known) {
      swap_features(g, drawn++, at);
      continue;
    }
    at += found;
    int64_t feature = latest = g->features[at];
    float low, high;
    if (look_at(g, feature, &low, &high)) {
      swap_features(g, at, total);
      found++;
      total++;
      continue;
    }
    swap_features(g, --last, at);
    if (task->random_splits) try_one(g, feature, low, high, &best_merit, &best);
    else try_all(g, feature, &best_merit, &best);
  }
  if (best.pos < g->end) {
    int64_t pos;
    if (!task->random_splits || latest != best.feature) part_rows(g, best.feature, best.threshold, &pos);
    all_right(g);
    move_to(g, best.pos);
    child_impurities(g, &best.left_impurity, &best.right_impurity);
    best.improvement = g->weight / g->all_weight *
                       (impurity - g->right_weight / g->weight * best.right_impurity -
                        g->left_weight / g->weight * best.left_impurity);
  }
  memcpy(g->features, g->constants, (size_t)known * sizeof(int64_t));
  memcpy(g->constants + known, g->features + known, (size_t)found * sizeof(int64_t));
  *constants = total;
  return best;
}

/* ---- Building ---- */

static bool grow_array(void *slot, size_t bytes) {
  void **array = slot, *more = core_realloc(*array, bytes);
  if (more) *array = more;
  return more != NULL;
}

static int64_t add_node(Grower *g, int64_t parent, bool is_left, bool is_leaf, const Split *split, double impurity) {
  Tree *tree = g->tree;
  if (tree->count == tree->capacity) {
    int64_t capacity = tree->capacity ? tree->capacity * 2 : 64;
    size_t whole = (size_t)capacity * sizeof(int64_t), real = (size_t)capacity * sizeof(double);
    if (!grow_array(&tree->left, whole) || !grow_array(&tree->right, whole) || !grow_array(&tree->feature, whole) ||
        !grow_array(&tree->samples, whole) || !grow_array(&tree->threshold, real) ||
        !grow_array(&tree->impurity, real) || !grow_array(&tree->weight, real) ||
        !grow_array(&tree->value, real * (size_t)tree->values))
      return core_fail_memory(g->error, real), -1;
    tree->capacity = capacity;
  }
  int64_t node = tree->count++;
  if (parent >= 0) *(is_left ? &tree->left[parent] : &tree->right[parent]) = node;
  tree->left[node] = tree->right[node] = LEAF;
  tree->feature[node] = is_leaf ? NOTHING : split->feature;
  tree->threshold[node] = is_leaf ? NOTHING : split->threshold;
  tree->impurity[node] = impurity;
  tree->samples[node] = g->end - g->start;
  tree->weight[node] = g->weight;
  for (int64_t c = 0; c < tree->values; c++) tree->value[node * tree->values + c] = g->total[c] / g->weight;
  return node;
}

/* Makes the node of what waits, and says whether and where it can be split. */
static bool make_node(Grower *g, Waiting *w, Split *split) {
  const TreeTask *task = g->task;
  int64_t n = w->end - w->start;
  enter_node(g, w->start, w->end);
  if (w->parent < 0) w->impurity = impurity_of(g, g->total, g->weight, g->squares);
  w->is_leaf = w->depth >= task->max_depth || n < task->min_split || n < 2 * task->min_leaf ||
               g->weight < 2 * task->min_weight_leaf || w->impurity <= TINY;
  *split = (Split){.pos = w->end};
  if (!w->is_leaf) {
    *split = best_split(g, w->impurity, &w->constants);
    w->is_leaf = split->pos >= w->end || split->improvement + TINY < task->min_decrease;
  }
  w->node = add_node(g, w->parent, w->is_left, w->is_leaf, split, w->impurity);
  if (w->depth > g->tree->depth) g->tree->depth = w->depth;
  if (w->node < 0) return false;
  if (!core_interrupt_take()) return true;
  core_fail(g->error, ERROR_INTERRUPT, "%s", "");
  return false;
}

typedef struct Stack {
  Waiting *items;
  int64_t count, capacity;
} Stack;

static bool push(Grower *g, Stack *stack, const Waiting *w) {
  if (stack->count == stack->capacity) {
    int64_t capacity = stack->capacity ? stack->capacity * 2 : 64;
    if (!grow_array(&stack->items, (size_t)capacity * sizeof(Waiting)))
      return core_fail_memory(g->error, (size_t)capacity * sizeof(Waiting));
    stack->capacity = capacity;
  }
  stack->items[stack->count++] = *w;
  return true;
}

static bool depth_first(Grower *g, Stack *stack) {
  Waiting first = {.end = g->end, .parent = -1};
  if (!push(g, stack, &first)) return false;
  while (stack->count) {
    Waiting w = stack->items[--stack->count];
    Split split;
    if (!make_node(g, &w, &split)) return false;
    if (w.is_leaf) continue;
    Waiting right = {.start = split.pos, .end = w.end, .depth = w.depth + 1, .parent = w.node,
                     .impurity = split.right_impurity, .constants = w.constants};
    Waiting left = {.start = w.start, .end = split.pos, .depth = w.depth + 1, .parent = w.node, .is_left = true,
                    .impurity = split.left_impurity, .constants = w.constants};
    if (!push(g, stack, &right) || !push(g, stack, &left)) return false;
  }
  return true;
}

/* A heap whose root has the greatest improvement, kept as C++'s push_heap and pop_heap keep it: among equal ones the
 * order decides which node is split first. */
static void sift_up(Waiting *items, int64_t hole, int64_t top, Waiting value) {
  while (hole > top && items[(hole - 1) / 2].improvement < value.improvement) {
    items[hole] = items[(hole - 1) / 2];
    hole = (hole - 1) / 2;
  }
  items[hole] = value;
}
static Waiting pop_best(Stack *stack) {
  Waiting best = stack->items[0], last = stack->items[--stack->count];
  int64_t n = stack->count, hole = 0, child = 0;
  if (n == 0) return best;
  while (child < (n - 1) / 2) {
    child = 2 * (child + 1);
    if (stack->items[child].improvement < stack->items[child - 1].improvement) child--;
    stack->items[hole] = stack->items[child];
    hole = child;
  }
  if (n % 2 == 0 && child == (n - 2) / 2) {
    child = 2 * (child + 1);
    stack->items[hole] = stack->items[child - 1];
    hole = child - 1;
  }
  sift_up(stack->items, hole, 0, last);
  return best;
}

static bool add_waiting(Grower *g, Waiting *w) {
  Split split;
  w->constants = 0;
  if (!make_node(g, w, &split)) return false;
  w->pos = w->is_leaf ? w->end : split.pos;
  w->improvement = w->is_leaf ? 0 : split.improvement;
  w->left_impurity = split.left_impurity;
  w->right_impurity = split.right_impurity;
  return true;
}
static bool keep_waiting(Grower *g, Stack *stack, const Waiting *w) {
  if (!push(g, stack, w)) return false;
  sift_up(stack->items, stack->count - 1, 0, *w);
  return true;
}

static bool best_first(Grower *g, Stack *stack) {
  int64_t splits = g->task->max_leaves - 1;
  Waiting first = {.end = g->end, .parent = -1};
  g->tree->depth = 0;
  int64_t depth = 0;
  if (!add_waiting(g, &first) || !keep_waiting(g, stack, &first)) return false;
  while (stack->count) {
    Waiting w = pop_best(stack);
    if (w.depth > depth) depth = w.depth;
    if (w.is_leaf || splits <= 0) {
      g->tree->feature[w.node] = NOTHING;
      g->tree->threshold[w.node] = NOTHING;
      continue;
    }
    splits--;
    Waiting left = {.start = w.start, .end = w.pos, .depth = w.depth + 1, .parent = w.node, .is_left = true,
                    .impurity = w.left_impurity};
    Waiting right = {.start = w.pos, .end = w.end, .depth = w.depth + 1, .parent = w.node,
                     .impurity = w.right_impurity};
    if (!add_waiting(g, &left) || !add_waiting(g, &right) || !keep_waiting(g, stack, &left) ||
        !keep_waiting(g, stack, &right))
      return false;
  }
  g->tree->depth = depth;
  return true;
}

bool tree_grow(const TreeTask *task, Tree *tree, Error *error) {
  int64_t width = task->classes ? task->classes : 1;
  *tree = (Tree){.values = width};
  Grower g = {.task = task, .tree = tree, .error = error, .seed = task->seed, .width = width};
  Stack stack = {0};
  g.rows = core_alloc((size_t)task->rows * sizeof(int64_t) + 8);
  g.values = core_alloc((size_t)task->rows * sizeof(float) + 8);
  g.features = core_alloc((size_t)task->columns * 2 * sizeof(int64_t) + 8);
  g.total = core_alloc((size_t)width * 3 * sizeof(double));
  bool good = g.rows && g.values && g.features && g.total;
  if (!good) core_fail_memory(error, (size_t)task->rows * sizeof(int64_t));
  if (good) {
    g.constants = g.features + task->columns;
    g.left = g.total + width;
    g.right = g.left + width;
    for (int64_t i = 0; i < task->rows; i++) {
      if (!task->weights || task->weights[i] != 0.0) g.rows[g.end++] = i;
      g.all_weight += task->weights ? task->weights[i] : 1.0;
    }
    for (int64_t i = 0; i < task->columns; i++) g.features[i] = i;
    good = task->max_leaves < 0 ? depth_first(&g, &stack) : best_first(&g, &stack);
  }
  core_free(g.rows);
  core_free(g.values);
  core_free(g.features);
  core_free(g.total);
  core_free(stack.items);
  return good;
}

void tree_free(Tree *tree) {
  void *arrays[] = {tree->left,      tree->right,    tree->feature, tree->samples,
                    tree->threshold, tree->impurity, tree->weight,  tree->value};
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) core_free(arrays[i]);
  *tree = (Tree){0};
}
